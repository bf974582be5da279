package io.careloop.deadline.process;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.ClockId;
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
 * {@code waiting} until there is something to tell. {@code <kind>Notice} is when to look again. Of what is to be told,
 * {@code tellUsers} and {@code tellGroups} say to whom, {@code noticeKey} names it, so that it is told once, and {@code
 * escalates} says whether the case is escalated too.
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
        // the task's own scope ends with it, and the process has two clocks: what it says belongs in between
        String scope = surroundingScope(execution);
        execution.setVariable(DeadlineModel.STATE, notice.state().name().toLowerCase(Locale.ROOT), scope);
        if (!notice.key().isEmpty()) {
            execution.setVariable(DeadlineModel.TELL_USERS, String.join(",", notice.users()), scope);
            execution.setVariable(DeadlineModel.TELL_GROUPS, String.join(",", notice.groups()), scope);
            execution.setVariable(DeadlineModel.NOTICE_KEY, notice.key(), scope);
            execution.setVariable(DeadlineModel.ESCALATES, notice.escalates(), scope);
        }
        execution.setVariable(DeadlineModel.noticeVariable(clock.kind()), Date.from(notice.nextAt()));
    }

    private static String surroundingScope(DelegateExecution execution) {
        return ((BaseElement) execution.getBpmnModelElementInstance().getParentElement()).getId();
    }
}
