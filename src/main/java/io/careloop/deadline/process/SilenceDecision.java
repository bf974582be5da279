package io.careloop.deadline.process;

import io.careloop.deadline.DeadlineClock.ClockType;
import io.careloop.deadline.Limit;
import io.careloop.deadline.SilenceRule;
import io.careloop.deadline.SilenceRule.Answer;
import io.careloop.deadline.SilenceTable;
import io.careloop.engine.DecisionTables;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code processes/deadline/deadline-silence.dmn}; every message to a customer asks. */
@Component
class SilenceDecision implements SilenceTable {

    private static final String KEY = "deadline-silence";
    private static final String NEVER = "never";
    private static final String DOES_NOT_COUNT = "goes on";

    private final DecisionTables decisions;

    SilenceDecision(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public SilenceRule of(String category, String priority, String stage, String heard) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("category", category);
        facts.put("priority", priority);
        facts.put("stage", stage);
        facts.put("heard", heard);
        Map<String, Object> row = decisions.known(KEY, facts).getSingleResult();
        String limit = text(row, "limit");
        boolean isLimited = !limit.equals(NEVER) && !limit.equals(DOES_NOT_COUNT);
        return new SilenceRule(
                !limit.equals(DOES_NOT_COUNT),
                isLimited ? Optional.of(Limit.of(limit, ClockType.BUSINESS)) : Optional.empty(),
                Answer.valueOf(text(row, "answer").toUpperCase(Locale.ROOT)),
                Limit.of(text(row, "within"), ClockType.BUSINESS));
    }

    private static String text(Map<String, Object> row, String column) {
        Object value = row == null ? null : row.get(column);
        if (value == null) {
            throw new IllegalStateException("%s decides nothing for %s".formatted(KEY, column));
        }
        return value.toString().strip();
    }
}
