package io.careloop.collaboration.process;

import io.careloop.cases.CaseReference;
import io.careloop.collaboration.Branch;
import io.careloop.collaboration.BranchStep;
import io.careloop.collaboration.Branches;
import io.careloop.collaboration.Collaborations;
import io.careloop.deadline.WorkingTime;
import io.careloop.engine.ActingUser;
import io.careloop.engine.FormText;
import io.careloop.engine.TaskFormFacts;
import io.careloop.identity.Staff;
import io.careloop.identity.StaffMember;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the forms show of a question and of all that departments are asked: Markdown in the reader's language. */
@Component
class CollaborationFormFacts implements TaskFormFacts {

    private static final String FORMS = "collaboration-";
    private static final int LINE = 200;

    private final Collaborations collaborations;
    private final Branches branches;
    private final Staff staff;
    private final WorkingTime workingTime;
    private final MessageSource messages;
    private final ActingUser actingUser;

    CollaborationFormFacts(
            Collaborations collaborations,
            Branches branches,
            Staff staff,
            WorkingTime workingTime,
            MessageSource messages,
            ActingUser actingUser) {
        this.collaborations = collaborations;
        this.branches = branches;
        this.staff = staff;
        this.workingTime = workingTime;
        this.messages = messages;
        this.actingUser = actingUser;
    }

    @Override
    public Map<String, Object> factsFor(String businessKey, String formKey) {
        return Map.of();
    }

    @Override
    public Map<String, Object> factsFor(String businessKey, String formKey, Function<String, Object> variables) {
        if (!formKey.startsWith(FORMS)) {
            return Map.of();
        }
        CaseReference.parse(businessKey)
                .ifPresent(reference -> branches.look(reference, actingUser.id(), staff.groupsOf(actingUser.id())));
        return variables.apply(CollaborationModel.Variable.BRANCH_ID) instanceof Long id
                ? ofQuestion(branches.get(id))
                : CaseReference.parse(businessKey).map(this::ofAll).orElse(Map.of());
    }

    private Map<String, Object> ofQuestion(Branch branch) {
        return Map.of(
                "branchDepartment", department(branch.department()),
                "branchQuestion", FormText.plain(branch.question()),
                "branchHistory",
                        collaborations.stepsOf(branch).stream()
                                .skip(1)
                                .map(this::step)
                                .collect(Collectors.joining("\n")));
    }

    private String step(BranchStep step) {
        return "* %s · %s · %s · %s"
                .formatted(
                        time(step.at()),
                        FormText.line(nameOf(step.actor()), LINE),
                        word("timeline." + step.kind()),
                        FormText.line(step.text(), LINE));
    }

    private Map<String, Object> ofAll(CaseReference reference) {
        List<Branch> all = collaborations
                .open(reference)
                .map(run -> collaborations.branchesOf(reference).stream()
                        .filter(branch -> branch.run() == run.id())
                        .toList())
                .orElse(List.of());
        return Map.of("branchList", all.stream().map(this::line).collect(Collectors.joining("\n")));
    }

    private String line(Branch branch) {
        return "* **%d · %s** · %s%s%s · %s%s"
                .formatted(
                        branch.number(),
                        department(branch.department()),
                        word("departments.state." + branch.state()),
                        branch.isOpen() && branch.dueAt() != null
                                ? " · " + word("departments.due") + " " + time(branch.dueAt())
                                : "",
                        branch.late() ? " · " + word("departments.late") : "",
                        FormText.line(branch.question(), LINE),
                        branch.answer() == null ? "" : " → " + FormText.line(branch.answer(), LINE));
    }

    private String nameOf(String user) {
        return staff.find(user).map(StaffMember::name).orElse(user);
    }

    private String department(String group) {
        return word("desk.group." + group);
    }

    private String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(reader())
                .withZone(workingTime.zone())
                .format(instant);
    }

    private String word(String key) {
        return messages.getMessage(key, null, key, reader());
    }

    private static Locale reader() {
        return LocaleContextHolder.getLocale();
    }
}
