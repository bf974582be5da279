package io.careloop.engine;

import io.careloop.engine.HistoryFact.DecisionMade;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceEntity;

/** What a decision was given and what it answered. */
final class DecisionTelling {

    static DecisionMade of(HistoricDecisionInstanceEntity decision) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        decision.getInputs().forEach(input -> inputs.put(input.getClauseId(), VariableTelling.plain(input.getValue())));
        Map<Integer, Map<String, Object>> outputs = new LinkedHashMap<>();
        ordered(
                decision.getOutputs(),
                (order, output) -> outputs.computeIfAbsent(order, none -> new LinkedHashMap<>())
                        .put(output.getVariableName(), VariableTelling.plain(output.getValue())));
        Map<Integer, String> rules = new LinkedHashMap<>();
        ordered(decision.getOutputs(), (order, output) -> rules.putIfAbsent(order, output.getRuleId()));
        return new DecisionMade(
                decision.getProcessInstanceId(),
                decision.getEvaluationTime().toInstant(),
                decision.getDecisionDefinitionKey(),
                decision.getDecisionDefinitionId(),
                decision.getActivityInstanceId(),
                decision.getActivityId(),
                inputs,
                rules.values().stream().filter(Objects::nonNull).toList(),
                List.copyOf(outputs.values()));
    }

    private static void ordered(
            List<HistoricDecisionOutputInstance> outputs, BiConsumer<Integer, HistoricDecisionOutputInstance> take) {
        outputs.forEach(output -> take.accept(output.getRuleOrder() == null ? 0 : output.getRuleOrder(), output));
    }

    private DecisionTelling() {}
}
