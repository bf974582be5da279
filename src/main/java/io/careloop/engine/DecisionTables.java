package io.careloop.engine;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/**
 * Asks decision tables, in the version that runs now, what our own rules want to know. Whose action it follows from needs
 * no right to the tables.
 */
@Component
public class DecisionTables {

    private final DecisionService decisions;
    private final SystemCalls system;
    private final LoadingCache<Question, DmnDecisionTableResult> known = Caffeine.newBuilder()
            .maximumSize(2_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build(question -> ask(question.table(), question.facts()));

    DecisionTables(DecisionService decisions, SystemCalls system) {
        this.decisions = decisions;
        this.system = system;
    }

    /** @param facts by name of the input; the table's inputs that are missing here are errors, null is a value */
    public DmnDecisionTableResult ask(String table, Map<String, Object> facts) {
        return system.ask(() ->
                decisions.evaluateDecisionTableByKey(table).variables(facts).evaluate());
    }

    /**
     * The same, as it was known up to a minute ago: for what is asked so often that a table, which seldom changes, need not
     * be evaluated each time.
     */
    public DmnDecisionTableResult known(String table, Map<String, Object> facts) {
        return known.get(new Question(table, new HashMap<>(facts)));
    }

    private record Question(String table, Map<String, Object> facts) {}
}
