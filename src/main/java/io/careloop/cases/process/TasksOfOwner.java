package io.careloop.cases.process;

import io.careloop.cases.OwnerChanged;
import io.careloop.engine.SystemCalls;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives a case's new owner the tasks of it that the former one has not done. */
@Component
class TasksOfOwner {

    private final TaskService tasks;
    private final SystemCalls system;

    TasksOfOwner(TaskService tasks, SystemCalls system) {
        this.tasks = tasks;
        this.system = system;
    }

    @EventListener
    void handOver(OwnerChanged change) {
        system.run(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(change.reference().value())
                .taskAssignee(change.former())
                .list()
                .forEach(task -> tasks.setAssignee(task.getId(), change.owner())));
    }
}
