package io.careloop.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells of each task that somebody gets, in whatever diagram. */
@Component
class TaskTakenListener extends AbstractBpmnParseListener {

    private final ApplicationEventPublisher events;

    TaskTakenListener(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, this::taken);
    }

    private void taken(DelegateTask task) {
        if (task.getAssignee() != null) {
            ExecutionEntity execution = (ExecutionEntity) task.getExecution();
            events.publishEvent(new TaskTaken(
                    execution.getProcessDefinition().getKey(),
                    task.getTaskDefinitionKey(),
                    execution.getProcessBusinessKey(),
                    task.getAssignee()));
        }
    }
}
