package io.careloop.insight;

import io.careloop.engine.HistoryFact.DecisionMade;
import io.careloop.engine.SystemCalls;
import io.careloop.insight.CaseAccount.FiredRule;
import io.careloop.insight.CaseAccount.Reasons;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** Diagrams and tables as they were deployed under an id, which may have been deleted since. */
@Component
public class DeployedModels {

    private final RepositoryService repository;
    private final SystemCalls system;

    /** By the id of the definition, under which nothing else is ever deployed. */
    private final Map<String, DiagramNodes> nodes = new ConcurrentHashMap<>();

    DeployedModels(RepositoryService repository, SystemCalls system) {
        this.repository = repository;
        this.system = system;
    }

    /** The BPMN file. */
    public Optional<String> diagram(String definitionId) {
        return known(() -> new String(bytes(repository.getProcessModel(definitionId)), StandardCharsets.UTF_8));
    }

    /** The DMN file. */
    public Optional<byte[]> table(String definitionId) {
        return known(() -> bytes(repository.getDecisionModel(definitionId)));
    }

    private static byte[] bytes(InputStream file) {
        try (file) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> nameOf(String definitionId) {
        return known(() -> repository.getProcessDefinition(definitionId).getName());
    }

    boolean isDeployed(String definitionId) {
        return known(() -> repository.getProcessDefinition(definitionId)).isPresent();
    }

    /** Names of the nodes by their ids; those without one are left out. */
    public Map<String, String> nodeNames(String definitionId) {
        return nodes(definitionId).names();
    }

    /**
     * Ids of nodes at which time goes by on purpose: timers, what the diagram marks with the property
     * {@code careloop.watch}, and subprocesses, whose time is that of the nodes in them.
     */
    public Set<String> watches(String definitionId) {
        return nodes(definitionId).watches();
    }

    /** What the table says of the rules that fired; the bare facts if it is gone. */
    Reasons reasons(DecisionMade made) {
        Optional<DmnModelInstance> model = known(() -> repository.getDmnModelInstance(made.definitionId()));
        Decision decision = model.<Decision>map(file -> file.getModelElementById(made.table()))
                .orElse(null);
        return decision != null && decision.getExpression() instanceof DecisionTable table
                ? reasons(decision.getName(), table, made)
                : new Reasons(
                        made.table(),
                        made.inputs(),
                        made.outputs().stream()
                                .map(outputs -> new FiredRule(0, "", Map.of(), outputs))
                                .toList());
    }

    private static Reasons reasons(String name, DecisionTable table, DecisionMade made) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        table.getInputs().stream()
                .filter(input -> made.inputs().containsKey(input.getId()))
                .forEach(input -> inputs.put(label(input), made.inputs().get(input.getId())));
        List<Rule> rows = List.copyOf(table.getRules());
        List<FiredRule> fired = new ArrayList<>();
        for (int at = 0; at < made.outputs().size(); at++) {
            String id = at < made.rules().size() ? made.rules().get(at) : null;
            Map<String, Object> outputs = outputs(table, made.outputs().get(at));
            fired.add(rows.stream()
                    .filter(row -> row.getId().equals(id))
                    .findFirst()
                    .map(row -> new FiredRule(rows.indexOf(row) + 1, annotation(row), conditions(table, row), outputs))
                    .orElseGet(() -> new FiredRule(0, "", Map.of(), outputs)));
        }
        return new Reasons(name, inputs, fired);
    }

    private static Map<String, String> conditions(DecisionTable table, Rule row) {
        Map<String, String> conditions = new LinkedHashMap<>();
        List<Input> inputs = List.copyOf(table.getInputs());
        List<String> texts = row.getInputEntries().stream()
                .map(entry -> text(entry.getText()))
                .toList();
        for (int at = 0; at < Math.min(inputs.size(), texts.size()); at++) {
            if (!texts.get(at).isBlank() && !texts.get(at).equals("-")) {
                conditions.put(label(inputs.get(at)), texts.get(at));
            }
        }
        return conditions;
    }

    private static Map<String, Object> outputs(DecisionTable table, Map<String, Object> values) {
        Map<String, String> labels = new LinkedHashMap<>();
        table.getOutputs().forEach(output -> labels.put(output.getName(), label(output)));
        Map<String, Object> outputs = new LinkedHashMap<>();
        values.forEach((name, value) -> outputs.put(labels.getOrDefault(name, name), value));
        return outputs;
    }

    private static String label(Input input) {
        return input.getLabel() == null || input.getLabel().isBlank() ? input.getId() : input.getLabel();
    }

    private static String label(Output output) {
        return output.getLabel() == null || output.getLabel().isBlank() ? output.getName() : output.getLabel();
    }

    private static String annotation(Rule row) {
        return text(row.getDescription());
    }

    private static String text(ModelElementInstance element) {
        return element == null ? "" : element.getTextContent().strip();
    }

    /** One that is gone is asked for again. */
    private DiagramNodes nodes(String definitionId) {
        DiagramNodes read = nodes.get(definitionId);
        if (read == null) {
            Optional<DiagramNodes> found =
                    known(() -> repository.getBpmnModelInstance(definitionId)).map(DiagramNodes::of);
            found.ifPresent(known -> nodes.put(definitionId, known));
            read = found.orElse(DiagramNodes.NONE);
        }
        return read;
    }

    private <T> Optional<T> known(Supplier<T> question) {
        try {
            return Optional.ofNullable(system.ask(question));
        } catch (ProcessEngineException e) {
            return Optional.empty();
        }
    }
}
