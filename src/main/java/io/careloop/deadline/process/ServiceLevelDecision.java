package io.careloop.deadline.process;

import io.careloop.deadline.ServiceLevel;
import io.careloop.deadline.ServiceLevels;
import io.careloop.engine.DecisionTables;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code processes/deadline/deadline-service-level.dmn}, in the version that runs now. */
@Component
class ServiceLevelDecision implements ServiceLevels {

    private static final String KEY = "deadline-service-level";

    private final DecisionTables decisions;

    ServiceLevelDecision(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public ServiceLevel decide(String category, String priority) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("category", category);
        facts.put("priority", priority);
        return ServiceLevel.of(decisions.ask(KEY, facts).getSingleResult());
    }
}
