package io.careloop.resolution.process;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.careloop.deadline.DeadlineClock.ClockType;
import io.careloop.deadline.Limit;
import io.careloop.engine.DecisionTables;
import io.careloop.engine.Languages;
import io.careloop.resolution.Way;
import io.careloop.resolution.Ways;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Asks the decision table {@code processes/resolution/resolution-way.dmn}, in the version that runs now. What it says is
 * known for a minute, since everybody who opens the form asks.
 */
@Component
class WayTable implements Ways {

    private static final String KEY = "resolution-way";
    private static final String NAME = "way";

    private final DecisionTables decisions;
    private final LoadingCache<Question, List<Way>> answers = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build(this::decide);

    WayTable(DecisionTables decisions) {
        this.decisions = decisions;
    }

    private record Question(String category, int round) {}

    @Override
    public List<Way> of(String category, int round) {
        return answers.get(new Question(category, round));
    }

    private List<Way> decide(Question question) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("category", question.category());
        facts.put("round", question.round());
        return decisions.ask(KEY, facts).getResultList().stream()
                .map(WayTable::way)
                .toList();
    }

    private static Way way(Map<String, Object> row) {
        Map<Locale, String> name = new HashMap<>();
        Languages.ALL.stream()
                .filter(locale -> row.get(column(locale)) != null)
                .forEach(locale -> name.put(locale, text(row, column(locale))));
        return new Way(name, Limit.of(text(row, "leadTime"), ClockType.BUSINESS));
    }

    private static String column(Locale locale) {
        return locale.equals(Locale.ENGLISH) ? NAME : NAME + "_" + locale;
    }

    private static String text(Map<String, Object> row, String column) {
        return row.get(column).toString().strip();
    }
}
