package io.careloop.collaboration.process;

import io.careloop.collaboration.DepartmentLimits;
import io.careloop.engine.DecisionTables;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code processes/collaboration/collaboration-limits.dmn}, in the version that runs now. */
@Component
class DepartmentLimitDecision implements DepartmentLimits {

    private final DecisionTables decisions;

    DepartmentLimitDecision(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public Duration limitOf(String department, String priority) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("department", department);
        facts.put("priority", priority);
        String limit = decisions.ask(CollaborationModel.LIMITS, facts).getSingleEntry();
        return Duration.parse(limit);
    }
}
