package io.careloop.deadline.process;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.careloop.deadline.DeadlineClock.ClockType;
import io.careloop.deadline.Limit;
import io.careloop.deadline.StageNorms;
import io.careloop.engine.DecisionTables;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks the decision table {@code processes/deadline/deadline-stage-norms.dmn}, in the version that runs now. What it says
 * is known for a minute, since every case asks at each stage.
 */
@Component
class StageNormDecision implements StageNorms {

    private static final String KEY = "deadline-stage-norms";

    private final DecisionTables decisions;
    private final LoadingCache<String, Optional<Limit>> answers = Caffeine.newBuilder()
            .maximumSize(100)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build(this::decide);

    StageNormDecision(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public Optional<Limit> of(String stage) {
        return answers.get(stage);
    }

    private Optional<Limit> decide(String stage) {
        Map<String, Object> row = decisions.ask(KEY, Map.of("stage", stage)).getSingleResult();
        return Optional.ofNullable(row)
                .map(norm -> Limit.of(
                        norm.get("limit").toString().strip(),
                        ClockType.valueOf(norm.get("clock").toString().toUpperCase(Locale.ROOT))));
    }
}
