package io.careloop.deadline.process;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.careloop.deadline.DeadlineClock.ClockType;
import io.careloop.deadline.Limit;
import io.careloop.deadline.SilenceRule;
import io.careloop.deadline.SilenceRule.Answer;
import io.careloop.deadline.SilenceTable;
import io.careloop.engine.DecisionTables;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks the decision table {@code processes/deadline/deadline-silence.dmn}, in the version that runs now. What it says is
 * known for a minute, since every message to a customer asks and a table seldom changes.
 */
@Component
class SilenceDecision implements SilenceTable {

    private static final String KEY = "deadline-silence";
    private static final String NEVER = "never";
    private static final String DOES_NOT_COUNT = "goes on";

    private final DecisionTables decisions;
    private final LoadingCache<Question, SilenceRule> answers = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build(this::decide);

    SilenceDecision(DecisionTables decisions) {
        this.decisions = decisions;
    }

    private record Question(String category, String priority, String stage, String heard) {}

    @Override
    public SilenceRule of(String category, String priority, String stage, String heard) {
        return answers.get(new Question(category, priority, stage, heard));
    }

    private SilenceRule decide(Question question) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("category", question.category());
        facts.put("priority", question.priority());
        facts.put("stage", question.stage());
        facts.put("heard", question.heard());
        Map<String, Object> row = decisions.ask(KEY, facts).getSingleResult();
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
