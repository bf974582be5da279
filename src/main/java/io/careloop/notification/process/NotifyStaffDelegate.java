package io.careloop.notification.process;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.notification.Notifications;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Tells members of the staff what the input {@code template} says, once for each time that the task is reached. The
 * inputs {@code users} and {@code groups} name them, as a list or as text with commas. Without {@code users} it is the
 * owner of the case, without {@code groups} its team; an empty input names nobody. With the input {@code reason} it is
 * told once for each reason instead.
 */
@Component
class NotifyStaffDelegate implements JavaDelegate {

    private final Notifications notifications;
    private final CaseFiles cases;

    NotifyStaffDelegate(Notifications notifications, CaseFiles cases) {
        this.notifications = notifications;
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = CaseReference.of(execution.getProcessBusinessKey());
        CaseFile file = cases.get(reference);
        notifications.toStaff(
                reference,
                named(execution, "users", file.owner()),
                named(execution, "groups", file.team()),
                (String) execution.getVariable("template"),
                reason(execution));
    }

    private static String reason(DelegateExecution execution) {
        Object given = execution.getVariableLocal("reason");
        return given == null ? execution.getActivityInstanceId() : given.toString();
    }

    private static List<String> named(DelegateExecution execution, String input, String otherwise) {
        Object given = execution.hasVariableLocal(input) ? execution.getVariableLocal(input) : otherwise;
        Stream<?> names = given instanceof Collection<?> list
                ? list.stream()
                : Arrays.stream(Objects.toString(given, "").split(","));
        return names.map(name -> name.toString().strip())
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
