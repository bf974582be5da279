package io.careloop.engine;

import io.careloop.engine.HistoryFact.IncidentClosed;
import io.careloop.engine.HistoryFact.IncidentOpened;
import io.careloop.engine.HistoryFact.InstanceEnded;
import io.careloop.engine.HistoryFact.InstanceMoved;
import io.careloop.engine.HistoryFact.InstanceStarted;
import io.careloop.engine.HistoryFact.NodeCalled;
import io.careloop.engine.HistoryFact.NodeEntered;
import io.careloop.engine.HistoryFact.NodeLeft;
import io.careloop.engine.HistoryFact.NodeMoved;
import io.careloop.engine.HistoryFact.TaskChanged;
import io.careloop.engine.HistoryFact.VariableSet;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.runtime.ActivityInstanceState;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Translates the events of the engine's history for whoever listens, so that nobody else has to know their classes. */
class HistoryFeed implements HistoryEventHandler {

    private final Consumer<Heard> listeners;

    HistoryFeed(Consumer<Heard> listeners) {
        this.listeners = listeners;
    }

    /** A fact with the business key of its instance, null for none. */
    record Heard(String businessKey, HistoryFact fact) {}

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricProcessInstanceEventEntity instance) {
            tell(instance.getBusinessKey(), ofInstance(instance));
        } else if (event instanceof HistoricActivityInstanceEventEntity visit) {
            tell(event, ofVisit(visit));
        } else if (event instanceof HistoricTaskInstanceEventEntity task) {
            tell(event, ofTask(task));
        } else if (event instanceof HistoricVariableUpdateEventEntity variable) {
            tell(event, ofVariable(variable));
        } else if (event instanceof HistoricIncidentEventEntity incident) {
            tell(event, ofIncident(incident));
        } else if (event instanceof HistoricDecisionEvaluationEvent evaluation) {
            HistoricDecisionInstanceEntity decision = evaluation.getRootHistoricDecisionInstance();
            tell(decision, DecisionTelling.of(decision));
        }
    }

    private void tell(HistoryEvent event, HistoryFact fact) {
        if (fact != null) {
            tell(businessKeyOf(event.getProcessInstanceId()), fact);
        }
    }

    private void tell(String businessKey, HistoryFact fact) {
        if (fact != null) {
            listeners.accept(new Heard(businessKey, fact));
        }
    }

    private static HistoryFact ofInstance(HistoricProcessInstanceEventEntity event) {
        String id = event.getProcessInstanceId();
        if (is(event, HistoryEventTypes.PROCESS_INSTANCE_START)) {
            return new InstanceStarted(
                    id,
                    at(event.getStartTime()),
                    event.getProcessDefinitionKey(),
                    versionOf(event.getProcessDefinitionId()),
                    event.getProcessDefinitionId(),
                    event.getSuperProcessInstanceId(),
                    event.getStartUserId());
        }
        if (is(event, HistoryEventTypes.PROCESS_INSTANCE_END)) {
            return new InstanceEnded(id, at(event.getEndTime()), event.getState(), event.getDeleteReason());
        }
        if (is(event, HistoryEventTypes.PROCESS_INSTANCE_MIGRATE)) {
            return new InstanceMoved(
                    id,
                    now(),
                    event.getProcessDefinitionKey(),
                    versionOf(event.getProcessDefinitionId()),
                    event.getProcessDefinitionId());
        }
        return null;
    }

    private static HistoryFact ofVisit(HistoricActivityInstanceEventEntity event) {
        String instance = event.getProcessInstanceId();
        String visit = event.getActivityInstanceId();
        if (is(event, HistoryEventTypes.ACTIVITY_INSTANCE_START)) {
            return new NodeEntered(
                    instance,
                    at(event.getStartTime()),
                    visit,
                    event.getActivityId(),
                    event.getActivityType(),
                    event.getParentActivityInstanceId());
        }
        if (is(event, HistoryEventTypes.ACTIVITY_INSTANCE_END)) {
            boolean cancelled = event.getActivityInstanceState() == ActivityInstanceState.CANCELED.getStateCode();
            return new NodeLeft(instance, at(event.getEndTime()), visit, event.getActivityId(), cancelled);
        }
        if (is(event, HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE)) {
            return new NodeMoved(instance, now(), visit, event.getActivityId());
        }
        return event.getCalledProcessInstanceId() == null
                ? null
                : new NodeCalled(instance, now(), visit, event.getCalledProcessInstanceId());
    }

    private static HistoryFact ofTask(HistoricTaskInstanceEventEntity event) {
        if (is(event, HistoryEventTypes.TASK_INSTANCE_DELETE) || event.getActivityInstanceId() == null) {
            return null;
        }
        return new TaskChanged(
                event.getProcessInstanceId(),
                now(),
                event.getTaskId(),
                event.getActivityInstanceId(),
                event.getAssignee(),
                Context.getCommandContext().getAuthenticatedUserId());
    }

    private static HistoryFact ofVariable(HistoricVariableUpdateEventEntity event) {
        boolean isSet = is(event, HistoryEventTypes.VARIABLE_INSTANCE_CREATE)
                || is(event, HistoryEventTypes.VARIABLE_INSTANCE_UPDATE);
        return isSet && event.getProcessInstanceId() != null
                ? new VariableSet(
                        event.getProcessInstanceId(),
                        at(event.getTimestamp()),
                        event.getVariableName(),
                        VariableTelling.valueOf(event),
                        event.getActivityInstanceId())
                : null;
    }

    private static HistoryFact ofIncident(HistoricIncidentEventEntity event) {
        if (is(event, HistoryEventTypes.INCIDENT_CREATE)) {
            return new IncidentOpened(
                    event.getProcessInstanceId(),
                    at(event.getCreateTime()),
                    event.getId(),
                    event.getIncidentType(),
                    event.getActivityId(),
                    event.getIncidentMessage());
        }
        return is(event, HistoryEventTypes.INCIDENT_RESOLVE) || is(event, HistoryEventTypes.INCIDENT_DELETE)
                ? new IncidentClosed(event.getProcessInstanceId(), now(), event.getId())
                : null;
    }

    /** The instance is in the command's memory for whatever happens in it. */
    private static String businessKeyOf(String instanceId) {
        if (instanceId == null) {
            return null;
        }
        CommandContext context = Context.getCommandContext();
        ExecutionEntity known = context.getDbEntityManager().getCachedEntity(ExecutionEntity.class, instanceId);
        ExecutionEntity instance =
                known != null ? known : context.getExecutionManager().findExecutionById(instanceId);
        return instance == null ? null : instance.getBusinessKey();
    }

    private static int versionOf(String definitionId) {
        ProcessDefinitionEntity definition = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(definitionId);
        return definition.getVersion();
    }

    private static boolean is(HistoryEvent event, HistoryEventType type) {
        return event.isEventOfType(type);
    }

    private static Instant at(Date date) {
        return date == null ? now() : date.toInstant();
    }

    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
