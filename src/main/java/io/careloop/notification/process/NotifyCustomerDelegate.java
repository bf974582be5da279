package io.careloop.notification.process;

import io.careloop.cases.CaseReference;
import io.careloop.notification.Notifications;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the customer what the input {@code template} says, once for each time that the task is reached. */
@Component
class NotifyCustomerDelegate implements JavaDelegate {

    private final Notifications notifications;

    NotifyCustomerDelegate(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notifications.toCustomer(
                CaseReference.of(execution.getProcessBusinessKey()),
                (String) execution.getVariable("template"),
                execution.getActivityInstanceId());
    }
}
