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
 * inputs {@code users} and {@code groups} name them, as a list or as text with commas; without both it is the owner and
 * the team of the case.
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
        List<String> users = named(execution.getVariableLocal("users"));
        List<String> groups = named(execution.getVariableLocal("groups"));
        if (users.isEmpty() && groups.isEmpty()) {
            CaseFile file = cases.get(reference);
            users = known(file.owner());
            groups = known(file.team());
        }
        notifications.toStaff(
                reference,
                users,
                groups,
                (String) execution.getVariable("template"),
                execution.getActivityInstanceId());
    }

    private static List<String> known(String name) {
        return Stream.ofNullable(name).toList();
    }

    private static List<String> named(Object input) {
        Stream<?> names = input instanceof Collection<?> list
                ? list.stream()
                : Arrays.stream(Objects.toString(input, "").split(","));
        return names.map(name -> name.toString().strip())
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
