package io.careloop.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricVariableInstanceEntity;

/**
 * Stores history as the engine does, but reads that of all variables of an instance at once when the first of them
 * changes; the engine reads one by one.
 */
class HistoryOfVariables extends DbHistoryEventHandler {

    @Override
    protected void insertHistoricVariableUpdateEntity(HistoricVariableUpdateEventEntity event) {
        if (event.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE)
                && event.getProcessInstanceId() != null
                && getDbEntityManager()
                                .getCachedEntity(HistoricVariableInstanceEntity.class, event.getVariableInstanceId())
                        == null) {
            Context.getCommandContext()
                    .getHistoricVariableInstanceManager()
                    .findHistoricVariableInstancesByProcessInstanceId(event.getProcessInstanceId());
        }
        super.insertHistoricVariableUpdateEntity(event);
    }
}
