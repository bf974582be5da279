package io.careloop.recovery.process;

import io.careloop.engine.DecisionTables;
import io.careloop.recovery.Weights;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code processes/recovery/recovery-dissatisfaction.dmn}, in the version that runs now. */
@Component
class WeightDecision implements Weights {

    private static final String KEY = "recovery-dissatisfaction";

    private final DecisionTables decisions;

    WeightDecision(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public Optional<Weight> of(String happening, String words) {
        return decisions.ask(KEY, Map.of("happening", happening, "text", words)).getResultList().stream()
                .findFirst()
                .map(row -> new Weight(number(row, "points"), number(row, "recoveryFrom")));
    }

    private static int number(Map<String, Object> row, String column) {
        if (row.get(column) instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalStateException("%s says no %s".formatted(KEY, column));
    }
}
