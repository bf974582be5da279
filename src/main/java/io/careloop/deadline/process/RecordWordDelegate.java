package io.careloop.deadline.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import io.careloop.notification.Notifications;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the customer what somebody wrote because they had heard nothing. */
@Component
@DiagramCall(
        name = "Record word to customer",
        description = "Sends the customer what somebody wrote in the form of the task before it.",
        fields = "wordText")
class RecordWordDelegate implements JavaDelegate {

    private static final int LONGEST = 10_000;

    private final Notifications notifications;
    private final ActingUser actingUser;
    private final Refusals refusals;

    RecordWordDelegate(Notifications notifications, ActingUser actingUser, Refusals refusals) {
        this.notifications = notifications;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String word = FormInput.of(execution).text("wordText");
        if (word == null) {
            throw refusals.because("message-empty");
        }
        if (word.length() > LONGEST) {
            throw refusals.because("message-too-long", LONGEST);
        }
        notifications
                .fromStaff(
                        CaseReference.of(execution.getProcessBusinessKey()),
                        actingUser.id(),
                        "",
                        word,
                        execution.getActivityInstanceId())
                .ifPresent(code -> {
                    throw refusals.because(code);
                });
    }
}
