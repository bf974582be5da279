package io.careloop.engine.sandbox;

import io.careloop.engine.sandbox.Wait.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.behavior.ReceiveTaskActivityBehavior;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/** An instance within the one command that it lives in; belongs to the thread that plays it. */
class RunningPlay implements Play {

    private static final ThreadLocal<RunningPlay> CURRENT = new ThreadLocal<>();

    private final CommandContext context;
    private final ProcessDefinitionEntity definition;
    private final Answers answers;

    private ExecutionEntity instance;
    private Instant now = Instant.EPOCH;

    RunningPlay(CommandContext context, ProcessDefinitionEntity definition, Answers answers) {
        this.context = context;
        this.definition = definition;
        this.answers = answers;
    }

    static RunningPlay current() {
        return CURRENT.get();
    }

    /** For calendars and expressions. */
    public static Date now() {
        RunningPlay play = CURRENT.get();
        return Date.from(play == null ? Instant.EPOCH : play.now);
    }

    void begin() {
        CURRENT.set(this);
    }

    static void end() {
        CURRENT.remove();
    }

    Answers answers() {
        return answers;
    }

    @Override
    public void start(String node, String businessKey, Map<String, Object> variables) {
        ActivityImpl start = node == null ? null : definition.findActivity(node);
        instance = start == null || start.getFlowScope() != definition
                ? definition.createProcessInstance(businessKey)
                : definition.createProcessInstance(businessKey, start);
        instance.start(variables);
    }

    @Override
    public List<Wait> waits() {
        List<Wait> found = new ArrayList<>();
        if (!isOver()) {
            collect(instance, found);
        }
        return found;
    }

    private static void collect(ExecutionEntity execution, List<Wait> found) {
        String visit = execution.getActivityInstanceId();
        for (TaskEntity task : execution.getTasks()) {
            found.add(new Wait(Kind.TASK, task.getTaskDefinitionKey(), visit, visit, null, task));
        }
        for (EventSubscriptionEntity event : execution.getEventSubscriptions()) {
            if (!event.isSubscriptionForEventType(EventType.COMPENSATE)) {
                boolean isAt = event.getActivityId().equals(execution.getActivityId());
                found.add(new Wait(Kind.EVENT, event.getActivityId(), isAt ? visit : null, visit, null, event));
            }
        }
        for (JobEntity job : execution.getJobs()) {
            found.add(job(job, execution));
        }
        if (isWaiting(execution)) {
            found.add(new Wait(Kind.CALL, execution.getActivityId(), visit, visit, null, execution));
        }
        for (ExecutionEntity child : execution.getExecutionsAsCopy()) {
            collect(child, found);
        }
    }

    private static Wait job(JobEntity job, ExecutionEntity execution) {
        String node = job.getActivityId();
        boolean isAt = node.equals(execution.getActivityId());
        String at = execution.getActivityInstanceId();
        String visit = isAt ? at : null;
        return job instanceof TimerEntity
                ? new Wait(Kind.TIMER, node, visit, at, job.getDuedate().toInstant(), job)
                : new Wait(Kind.JOB, node, visit, at, null, job);
    }

    private static boolean isWaiting(ExecutionEntity execution) {
        ActivityImpl activity = execution.getActivity();
        ActivityBehavior behavior = activity == null ? null : activity.getActivityBehavior();
        boolean waits = behavior instanceof CallStandIn
                || behavior instanceof ReceiveTaskActivityBehavior
                        && execution.getEventSubscriptions().isEmpty();
        return waits
                && execution.isActive()
                && execution.getActivityInstanceId() != null
                && execution.getNonEventScopeExecutions().isEmpty()
                && execution.getJobs().stream().noneMatch(job -> !(job instanceof TimerEntity));
    }

    @Override
    public void goOn(Wait wait, Map<String, Object> variables) {
        switch (wait.kind()) {
            case TASK -> {
                TaskEntity task = (TaskEntity) wait.handle();
                task.getExecution().setVariables(variables);
                task.complete();
            }
            case EVENT -> {
                EventSubscriptionEntity event = (EventSubscriptionEntity) wait.handle();
                event.getExecution().setVariables(variables);
                event.eventReceived(null, false);
            }
            case CALL -> {
                ExecutionEntity execution = (ExecutionEntity) wait.handle();
                execution.setVariables(variables);
                execution.signal(null, null);
            }
            case TIMER, JOB -> {
                JobEntity job = (JobEntity) wait.handle();
                job.getExecution().setVariables(variables);
                job.execute(context);
            }
        }
    }

    @Override
    public void fail(Wait call, String code) {
        ((ExecutionEntity) call.handle()).signal(null, code);
    }

    @Override
    public void set(Map<String, Object> variables) {
        instance.setVariables(variables);
    }

    @Override
    public boolean knows(String variable) {
        return instance != null && instance.hasVariable(variable);
    }

    @Override
    public void setNow(Instant now) {
        this.now = now;
    }

    @Override
    public boolean isOver() {
        return instance == null || instance.isEnded();
    }
}
