package io.careloop.deadline.process;

import io.careloop.deadline.DeadlineClock.ClockType;
import io.careloop.deadline.Limit;
import io.careloop.deadline.StageNorms;
import io.careloop.engine.DecisionTables;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code processes/deadline/deadline-stage-norms.dmn}; every case asks at each stage. */
@Component
class StageNormDecision implements StageNorms {

    private static final String KEY = "deadline-stage-norms";

    private final DecisionTables decisions;

    StageNormDecision(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public Optional<Limit> of(String stage) {
        Map<String, Object> row = decisions.known(KEY, Map.of("stage", stage)).getSingleResult();
        return Optional.ofNullable(row)
                .map(norm -> Limit.of(
                        norm.get("limit").toString().strip(),
                        ClockType.valueOf(norm.get("clock").toString().toUpperCase(Locale.ROOT))));
    }
}
