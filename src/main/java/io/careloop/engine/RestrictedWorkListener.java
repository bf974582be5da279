package io.careloop.engine;

import io.careloop.engine.Restrictions.Circle;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Offers what begins in a restricted case to those only who may work on it. */
@Component
@Order(20)
class RestrictedWorkListener extends AbstractBpmnParseListener {

    private final ObjectProvider<Restrictions> restrictions;
    private final ObjectProvider<RestrictedWork> work;

    RestrictedWorkListener(ObjectProvider<Restrictions> restrictions, ObjectProvider<RestrictedWork> work) {
        this.restrictions = restrictions;
        this.work = work;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        definition.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::begun);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::created);
    }

    private void begun(DelegateExecution execution) {
        restrictions
                .getObject()
                .circleOf(execution.getProcessBusinessKey())
                .ifPresent(circle ->
                        work.getObject().revoke(circle, Resources.PROCESS_INSTANCE, execution.getProcessInstanceId()));
    }

    private void created(DelegateTask task) {
        restrictions
                .getObject()
                .circleOf(task.getExecution().getProcessBusinessKey())
                .ifPresent(circle -> close(task, circle));
    }

    private void close(DelegateTask task, Circle circle) {
        work.getObject().revoke(circle, Resources.TASK, task.getId());
        if (task.getCandidates().stream().noneMatch(link -> RestrictedWork.admits(circle, link))) {
            task.addCandidateGroup(circle.group());
        }
        if (task.getAssignee() != null && !circle.admitsUser(task.getAssignee())) {
            task.setAssignee(null);
        }
    }
}
