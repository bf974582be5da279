package io.careloop.notification.process;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramInput;
import io.careloop.engine.DiagramInput.Kind;
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
 * Tells members of the staff. The inputs {@code users} and {@code groups} name them, as a list or as text with commas;
 * {@code case-owner} and {@code case-team} stand for those of the case, which are told too where the input is missing. An
 * empty input, or {@code nobody}, names nobody.
 */
@Component
@DiagramCall(
        name = "Notify staff",
        description =
                "Tells members of the staff something, once for each time that the task is reached, or once for each reason.",
        inputs = {
            @DiagramInput(
                    name = "template",
                    label = "Message",
                    description = "What the staff is told: a text of processes/notification/templates.",
                    kind = Kind.STAFF_TEMPLATE),
            @DiagramInput(
                    name = NotifyStaffDelegate.USERS,
                    label = "Persons",
                    description = "case-owner stands for the owner of the case, nobody for none beside the groups.",
                    kind = Kind.USERS,
                    required = false,
                    values = {NotifyStaffDelegate.CASE_OWNER, NotifyStaffDelegate.NOBODY},
                    preset = NotifyStaffDelegate.CASE_OWNER),
            @DiagramInput(
                    name = NotifyStaffDelegate.GROUPS,
                    label = "Groups",
                    description = "case-team stands for the team of the case, nobody for none beside the persons.",
                    kind = Kind.GROUPS,
                    required = false,
                    values = {NotifyStaffDelegate.CASE_TEAM, NotifyStaffDelegate.NOBODY},
                    preset = NotifyStaffDelegate.CASE_TEAM),
            @DiagramInput(
                    name = NotifyStaffDelegate.REASON,
                    label = "Once for each",
                    description = "The same reason is told once, however often the task is reached.",
                    kind = Kind.TEXT,
                    required = false)
        },
        message = true)
class NotifyStaffDelegate implements JavaDelegate {

    static final String USERS = "users";
    static final String GROUPS = "groups";
    static final String REASON = "reason";
    static final String CASE_OWNER = "case-owner";
    static final String CASE_TEAM = "case-team";
    static final String NOBODY = "nobody";

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
                named(execution, USERS, CASE_OWNER, file.owner()),
                named(execution, GROUPS, CASE_TEAM, file.team()),
                (String) execution.getVariable("template"),
                reason(execution));
    }

    /** The Modeler leaves an input that is not filled in empty. */
    private static String reason(DelegateExecution execution) {
        String given = Objects.toString(execution.getVariableLocal(REASON), "");
        return given.isBlank() ? execution.getActivityInstanceId() : given;
    }

    private static List<String> named(DelegateExecution execution, String input, String ofCase, String whoOfCase) {
        Object given = execution.hasVariableLocal(input) ? execution.getVariableLocal(input) : ofCase;
        Stream<?> names = given instanceof Collection<?> list
                ? list.stream()
                : Arrays.stream(Objects.toString(given, "").split(","));
        return names.map(name -> name.toString().strip())
                .map(name -> name.equals(ofCase) ? Objects.toString(whoOfCase, "") : name)
                .filter(name -> !name.isEmpty() && !name.equals(NOBODY))
                .toList();
    }
}
