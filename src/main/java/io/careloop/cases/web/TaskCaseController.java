package io.careloop.cases.web;

import io.careloop.cases.CaseDueDates;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseTasks;
import io.careloop.cases.Reader;
import io.careloop.cases.TimeLeft;
import io.careloop.cases.TimeLeft.Standing;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which case each card of a task list is about, and how much time it has left; one call for the whole list. */
@RestController
class TaskCaseController {

    private static final int LONGEST_LIST = 100;

    private final CaseTasks tasks;
    private final ObjectProvider<CaseDueDates> dueDates;
    private final MessageSource messages;

    TaskCaseController(CaseTasks tasks, ObjectProvider<CaseDueDates> dueDates, MessageSource messages) {
        this.tasks = tasks;
        this.dueDates = dueDates;
        this.messages = messages;
    }

    /** Leaves out tasks that the caller may not see, and those of no case. */
    @GetMapping("/api/tasks/cases")
    List<TaskView> list(
            @RequestParam @NotEmpty @Size(max = LONGEST_LIST) Set<String> ids, Reader reader, Locale locale) {
        Map<String, CaseReference> references = tasks.casesOf(ids, reader);
        CaseDueDates known = dueDates.getIfAvailable();
        Map<CaseReference, TimeLeft> left =
                known == null || references.isEmpty() ? Map.of() : known.timeLeftOf(new HashSet<>(references.values()));
        TimeLeftTexts texts = new TimeLeftTexts(messages, locale);
        return references.entrySet().stream()
                .map(task -> TaskView.of(task.getKey(), task.getValue(), left.get(task.getValue()), texts))
                .toList();
    }

    /**
     * @param due      null, as all that follows, for a case whose clocks all stand
     * @param seconds  what still counts until the case is due; of a late one, what has counted since
     * @param business whether opening hours alone count
     * @param text     all that in the caller's language
     */
    record TaskView(
            String task,
            String reference,
            Instant due,
            Standing standing,
            Long seconds,
            Boolean business,
            String text) {

        static TaskView of(String task, CaseReference reference, TimeLeft left, TimeLeftTexts texts) {
            return left == null
                    ? new TaskView(task, reference.value(), null, null, null, null, null)
                    : new TaskView(
                            task,
                            reference.value(),
                            left.dueAt(),
                            left.standing(),
                            left.time().toSeconds(),
                            left.business(),
                            texts.of(left));
        }
    }
}
