package io.careloop.engine;

import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Keeps instances, activities, tasks, variables, decisions, incidents and what users did. Leaves out each single change
 * of a variable and the log of jobs: the case's own timeline says more, and they are a third of the rows of level full.
 */
class CareloopHistoryLevel extends AbstractHistoryLevel {

    static final String NAME = "careloop";

    @Override
    public int getId() {
        return 17;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType event, Object entity) {
        if (entity instanceof VariableInstanceEntity variable
                && variable.getName().endsWith("Text")) {
            // what people type belongs to the case, which can be erased
            return false;
        }
        if (event == HistoryEventTypes.FORM_PROPERTY_UPDATE) {
            // the same values once more, and the text among them
            return false;
        }
        return HISTORY_LEVEL_AUDIT.isHistoryEventProduced(event, entity)
                || event == HistoryEventTypes.DMN_DECISION_EVALUATE
                || event == HistoryEventTypes.USER_OPERATION_LOG
                || event == HistoryEventTypes.INCIDENT_CREATE
                || event == HistoryEventTypes.INCIDENT_MIGRATE
                || event == HistoryEventTypes.INCIDENT_RESOLVE
                || event == HistoryEventTypes.INCIDENT_DELETE;
    }
}
