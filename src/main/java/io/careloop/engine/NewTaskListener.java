package io.careloop.engine;

import io.careloop.engine.AssignmentRule.Assignment;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives a task that its diagram assigns to somebody absent to whoever stands in, else leaves it to its groups; and tells
 * that a task is offered. It comes before the {@link RestrictedWorkListener}, which has the last word.
 */
@Component
@Order(10)
class NewTaskListener extends AbstractBpmnParseListener {

    /** Property of a user task: the message by which its groups are told that it waits. */
    private static final String NOTICE = "careloop.notice";

    private final ObjectProvider<StandIns> standIns;
    private final AssignmentRules rules;
    private final ApplicationEventPublisher events;

    NewTaskListener(ObjectProvider<StandIns> standIns, AssignmentRules rules, ApplicationEventPublisher events) {
        this.standIns = standIns;
        this.rules = rules;
        this.events = events;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        String notice = DiagramProperties.find(element, NOTICE);
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, (TaskListener) task -> created(task, notice));
    }

    private void created(DelegateTask task, String notice) {
        Set<String> groups = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        if (task.getAssignee() != null && standIns.getObject().isAbsent(task.getAssignee())) {
            giveOn(task, groups);
        }
        if (!groups.isEmpty()) {
            events.publishEvent(
                    new TaskOffered(task.getId(), task.getExecution().getProcessBusinessKey(), groups, notice));
        }
    }

    private void giveOn(DelegateTask task, Set<String> groups) {
        String standIn = standIns.getObject()
                .standInFor(task.getAssignee())
                .filter(user -> mayHave(task, user))
                .orElse(null);
        if (standIn != null || !groups.isEmpty()) {
            task.setAssignee(standIn);
        }
    }

    private boolean mayHave(DelegateTask task, String user) {
        return rules.refusalOf(new Assignment(
                        task.getId(),
                        task.getTaskDefinitionKey(),
                        task.getExecution().getProcessBusinessKey(),
                        user))
                .isEmpty();
    }
}
