package io.careloop.modeling.replay;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;

/**
 * Evaluates tables as the running engine does, beside it: nothing is kept, counted or told. Several threads may ask at
 * once.
 */
class TableEngine {

    private final ThreadLocal<Map<String, DmnDecisionTableEvaluationEvent>> evaluated =
            ThreadLocal.withInitial(LinkedHashMap::new);
    private final DmnEngine engine;

    TableEngine() {
        DefaultDmnEngineConfiguration settings =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        settings.setFeelEngineFactory(RememberingFeel::new);
        settings.setCustomPostDecisionTableEvaluationListeners(new ArrayList<>(
                List.of(event -> evaluated.get().put(event.getDecisionTable().getKey(), event))));
        engine = settings.buildEngine();
    }

    List<DmnDecision> parse(byte[] file) {
        return engine.parseDecisions(new ByteArrayInputStream(file));
    }

    /**
     * @param known by name, or by an expression that was worked out
     * @throws UnknownNameException if the table looks at something else
     * @throws RuntimeException     if the table has no answer
     */
    Answer ask(Table table, Map<String, Object> known) {
        evaluated.get().clear();
        try {
            engine.evaluateDecision(table.decision(), Variables.fromMap(known));
            return answer(table, evaluated.get().get(table.key()));
        } catch (RuntimeException e) {
            throw unknownName(e);
        } finally {
            evaluated.remove();
        }
    }

    private static Answer answer(Table table, DmnDecisionTableEvaluationEvent event) {
        List<Map<String, Object>> hits = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        event.getMatchingRules().forEach(rule -> {
            Map<String, Object> hit = new LinkedHashMap<>();
            rule.getOutputEntries()
                    .values()
                    .forEach(output -> hit.put(
                            output.getOutputName(),
                            output.getValue() == null ? null : output.getValue().getValue()));
            hits.add(hit);
            rows.add(table.rowOf(rule.getId()));
        });
        return new Answer(hits, rows);
    }

    private static RuntimeException unknownName(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownNameException unknown) {
                return unknown;
            }
        }
        return thrown;
    }
}
