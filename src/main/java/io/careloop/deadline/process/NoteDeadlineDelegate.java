package io.careloop.deadline.process;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.ClockId;
import io.careloop.deadline.DeadlineClock;
import io.careloop.deadline.DeadlineNotices;
import io.careloop.deadline.DeadlineNotices.Notice;
import java.util.Date;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.springframework.stereotype.Component;

/**
 * Looks at the clock named by the input {@code clock} ({@code firstResponse}, {@code promise.3}) and says in
 * {@code deadlineState} of the surrounding subprocess whether it is {@code near}, {@code missed} or {@code stopped}, or
 * {@code waiting} for opening hours. {@code <kind>Notice} is when to look again, if there is anything left to tell.
 */
@Component
class NoteDeadlineDelegate implements JavaDelegate {

    private final DeadlineNotices notices;

    NoteDeadlineDelegate(DeadlineNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ClockId clock = ClockId.parse((String) execution.getVariable(DeadlineModel.CLOCK));
        Notice notice = notices.note(CaseReference.of(execution.getProcessBusinessKey()), clock);
        // the task's own scope ends with it, and the process has two clocks: the state belongs in between
        execution.setVariable(
                DeadlineModel.STATE, notice.state().name().toLowerCase(Locale.ROOT), surroundingScope(execution));
        if (!notice.nextAt().equals(DeadlineClock.NEVER)) {
            execution.setVariable(DeadlineModel.noticeVariable(clock.kind()), Date.from(notice.nextAt()));
        }
    }

    private static String surroundingScope(DelegateExecution execution) {
        return ((BaseElement) execution.getBpmnModelElementInstance().getParentElement()).getId();
    }
}
