package io.careloop.deadline.process;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.careloop.deadline.ClockKind;
import io.careloop.deadline.DeadlineClock.ClockType;
import io.careloop.deadline.Limit;
import io.careloop.deadline.NoticeTable;
import io.careloop.deadline.Threshold;
import io.careloop.engine.DecisionTables;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Asks the decision table {@code processes/deadline/deadline-notices.dmn}, in the version that runs now. What it says is
 * known for a minute, since every case asks and a table seldom changes.
 */
@Component
class NoticeDecision implements NoticeTable {

    private static final String KEY = "deadline-notices";

    private final DecisionTables decisions;
    private final LoadingCache<Question, List<Threshold>> answers = Caffeine.newBuilder()
            .maximumSize(500)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build(this::decide);

    NoticeDecision(DecisionTables decisions) {
        this.decisions = decisions;
    }

    private record Question(ClockKind kind, String category, String priority) {}

    @Override
    public List<Threshold> of(ClockKind kind, String category, String priority) {
        return answers.get(new Question(kind, category, priority));
    }

    private List<Threshold> decide(Question question) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("clock", question.kind().code());
        facts.put("category", question.category());
        facts.put("priority", question.priority());
        return decisions.ask(KEY, facts).getResultList().stream()
                .map(NoticeDecision::threshold)
                .toList();
    }

    private static Threshold threshold(Map<String, Object> row) {
        String repeat = Objects.toString(row.get("repeat"), "never").strip();
        return new Threshold(
                ((Number) row.get("percent")).intValue(),
                Arrays.stream(Objects.toString(row.get("tell"), "").split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList(),
                repeat.equals("never") ? null : Limit.of(repeat, ClockType.BUSINESS),
                Boolean.TRUE.equals(row.get("escalate")));
    }
}
