package io.careloop.notification.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.TaskOffered;
import io.careloop.notification.Notifications;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the groups of a task that it waits, once, where its diagram says so by {@code careloop.notice}. */
@Component
class OfferedTasks {

    private final Notifications notifications;

    OfferedTasks(Notifications notifications) {
        this.notifications = notifications;
    }

    @EventListener
    void on(TaskOffered task) {
        if (task.notice() != null) {
            CaseReference.parse(task.businessKey())
                    .ifPresent(reference -> notifications.toStaff(
                            reference, List.of(), task.groups(), task.notice(), "task/" + task.taskId()));
        }
    }
}
