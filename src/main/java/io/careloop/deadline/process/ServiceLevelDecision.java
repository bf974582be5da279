package io.careloop.deadline.process;

import io.careloop.deadline.DeadlineClock.ClockType;
import io.careloop.deadline.Limit;
import io.careloop.deadline.ServiceLevel;
import io.careloop.deadline.ServiceLevel.Term;
import io.careloop.deadline.ServiceLevels;
import io.careloop.engine.DecisionTables;
import java.util.HashMap;
import java.util.Locale;
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
        Map<String, Object> row = decisions.ask(KEY, facts).getSingleResult();
        return new ServiceLevel(term(row, "firstResponse"), term(row, "resolution"));
    }

    private static Term term(Map<String, Object> row, String clock) {
        ClockType type = ClockType.valueOf(text(row, clock + "Clock").toUpperCase(Locale.ROOT));
        return new Term(Limit.of(text(row, clock + "Limit"), type));
    }

    private static String text(Map<String, Object> row, String column) {
        Object value = row == null ? null : row.get(column);
        if (value == null) {
            throw new IllegalStateException("%s decides nothing for %s".formatted(KEY, column));
        }
        return value.toString().strip();
    }
}
