package io.careloop.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInputInstanceEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.variable.Variables;

/**
 * Takes the customer's words out of the record of a decision before it is stored: the case has them, and there they can
 * be erased. Which rule fired, and all other inputs, stay.
 */
class TypedWordsStayOut implements HistoryEventHandler {

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricDecisionEvaluationEvent evaluation) {
            evaluation.getRootHistoricDecisionInstance().getInputs().stream()
                    .filter(input -> TypedWords.COLUMN.equals(input.getClauseId()))
                    .map(HistoricDecisionInputInstanceEntity.class::cast)
                    .forEach(input -> input.setValue(Variables.stringValue(null)));
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }
}
