package io.careloop.engine.sandbox;

import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

/** Tells the play of each node that is reached; nothing is stored. */
class VisitTelling implements HistoryEventHandler {

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricActivityInstanceEventEntity visit
                && event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_START)) {
            RunningPlay.current()
                    .answers()
                    .entered(visit.getActivityInstanceId(), visit.getActivityId(), visit.getParentActivityInstanceId());
        }
    }
}
