package io.careloop.engine;

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

    DecisionTables(DecisionService decisions, SystemCalls system) {
        this.decisions = decisions;
        this.system = system;
    }

    /** @param facts by name of the input; the table's inputs that are missing here are errors, null is a value */
    public DmnDecisionTableResult ask(String table, Map<String, Object> facts) {
        return system.ask(() ->
                decisions.evaluateDecisionTableByKey(table).variables(facts).evaluate());
    }
}
