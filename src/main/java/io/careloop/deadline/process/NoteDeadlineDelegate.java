package io.careloop.deadline.process;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.ClockId;
import io.careloop.deadline.DeadlineNotices;
import io.careloop.deadline.DeadlineNotices.Notice;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramInput;
import io.careloop.engine.DiagramInput.Kind;
import io.careloop.engine.DiagramOutput;
import java.util.Date;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.stereotype.Component;

/**
 * Looks at the clock named by the input {@code clock} ({@code firstResponse}, {@code promise.3}) and says in
 * {@code deadlineState} of the surrounding subprocess or process whether it is {@code near}, {@code missed} or {@code stopped}, or
 * {@code waiting} until there is something to tell. {@code <kind>Notice} is when to look again. Of what is to be told,
 * {@code tellUsers} and {@code tellGroups} say to whom, {@code noticeKey} names it, so that it is told once, and {@code
 * escalates} says whether the case is escalated too.
 */
@Component
@DiagramCall(
        name = "Look at the clock",
        description = "Looks at a clock of the case and says whether somebody has to be told, and whom.",
        inputs =
                @DiagramInput(
                        name = DeadlineModel.CLOCK,
                        label = "Clock",
                        description =
                                "Which clock of the case. One of several of a kind has its number behind a dot: promise.3",
                        kind = Kind.CLOCK),
        outputs = {
            @DiagramOutput(
                    name = DeadlineModel.STATE,
                    description = "near, missed, stopped, or waiting until there is something to tell"),
            @DiagramOutput(name = DeadlineModel.TELL_USERS, description = "user ids of those to be told"),
            @DiagramOutput(name = DeadlineModel.TELL_GROUPS, description = "groups to be told"),
            @DiagramOutput(
                    name = DeadlineModel.NOTICE_KEY,
                    description = "names what is told, so that it is told once: the reason of Notify staff"),
            @DiagramOutput(name = DeadlineModel.ESCALATES, description = "whether the case is escalated too"),
            @DiagramOutput(
                    name = "firstResponseNotice",
                    description = "when to look at the clock of the first response again"),
            @DiagramOutput(
                    name = "resolutionNotice",
                    description = "when to look at the clock of the resolution again"),
            @DiagramOutput(name = "promiseNotice", description = "when to look at the clock of the promise again")
        })
class NoteDeadlineDelegate implements JavaDelegate {

    private final DeadlineNotices notices;

    NoteDeadlineDelegate(DeadlineNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ClockId clock = ClockId.parse((String) execution.getVariable(DeadlineModel.CLOCK));
        Notice notice = notices.note(CaseReference.of(execution.getProcessBusinessKey()), clock);
        keep(execution, DeadlineModel.STATE, notice.state().name().toLowerCase(Locale.ROOT));
        if (!notice.key().isEmpty()) {
            keep(execution, DeadlineModel.TELL_USERS, String.join(",", notice.users()));
            keep(execution, DeadlineModel.TELL_GROUPS, String.join(",", notice.groups()));
            keep(execution, DeadlineModel.NOTICE_KEY, notice.key());
            keep(execution, DeadlineModel.ESCALATES, notice.escalates());
        }
        execution.setVariable(DeadlineModel.noticeVariable(clock.kind()), Date.from(notice.nextAt()));
    }

    /** The task's own scope ends with it, and a process may have several clocks: what is said of one belongs in between. */
    private static void keep(DelegateExecution execution, String name, Object value) {
        BaseElement around =
                (BaseElement) execution.getBpmnModelElementInstance().getParentElement();
        if (around instanceof Process) {
            execution.getProcessInstance().setVariable(name, value);
        } else {
            execution.setVariable(name, value, around.getId());
        }
    }
}
