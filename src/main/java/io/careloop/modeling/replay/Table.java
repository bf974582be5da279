package io.careloop.modeling.replay;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * One version of a decision table, read once.
 *
 * @param columns    by the id of the column
 * @param rows       numbers of the rules by their ids, from 1
 * @param onlyNames  whether each output is a value that stands in the table, and nothing that is worked out
 */
record Table(
        String key,
        String name,
        DmnDecision decision,
        Map<String, Column> columns,
        Map<String, Integer> rows,
        boolean onlyNames) {

    private static final Pattern VALUE =
            Pattern.compile("|\"(\\\\.|[^\"\\\\])*\"|-?[0-9]+(\\.[0-9]+)?|true|false|null");

    /** @param expression what it looks at */
    record Column(String expression, String type) {}

    /** Those of a file; none of what it holds beside tables. */
    static List<Table> in(byte[] file, TableEngine engine) throws UnreadableTableException {
        try {
            DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(file));
            List<DmnDecision> decisions = engine.parse(file);
            return model.getModelElementsByType(Decision.class).stream()
                    .flatMap(decision -> of(decision, decisions).stream())
                    .toList();
        } catch (DmnEngineException | ModelException e) {
            throw new UnreadableTableException(e);
        }
    }

    private static Optional<Table> of(Decision decision, List<DmnDecision> decisions) {
        return decisions.stream()
                .filter(parsed -> parsed.getKey().equals(decision.getId()) && parsed.isDecisionTable())
                .findFirst()
                .map(parsed -> of(decision, (DecisionTable) decision.getExpression(), parsed));
    }

    private static Table of(Decision decision, DecisionTable table, DmnDecision parsed) {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (Input input : table.getInputs()) {
            columns.put(
                    input.getId(),
                    new Column(
                            text(input.getInputExpression().getText()),
                            input.getInputExpression().getTypeRef()));
        }
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (Rule rule : table.getRules()) {
            rows.put(rule.getId(), rows.size() + 1);
        }
        boolean onlyNames = table.getRules().stream()
                .flatMap(rule -> rule.getOutputEntries().stream())
                .allMatch(entry -> VALUE.matcher(text(entry.getText())).matches());
        return new Table(decision.getId(), decision.getName(), parsed, columns, rows, onlyNames);
    }

    int rowOf(String rule) {
        return rows.getOrDefault(rule, 0);
    }

    private static String text(ModelElementInstance element) {
        return element == null ? "" : element.getTextContent().strip();
    }
}
