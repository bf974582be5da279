package io.careloop.notification.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramInput;
import io.careloop.engine.DiagramInput.Kind;
import io.careloop.notification.Notifications;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Notify customer",
        description = "Tells the customer something, once for each time that the task is reached.",
        inputs =
                @DiagramInput(
                        name = "template",
                        label = "Message",
                        description = "What the customer is told: a text of processes/notification/templates.",
                        kind = Kind.CUSTOMER_TEMPLATE),
        message = true)
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
