package io.careloop.insight.figures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;

/** The diagrams that are deployed, with all their versions. */
@Component
public class Diagrams {

    private final RepositoryService repository;

    Diagrams(RepositoryService repository) {
        this.repository = repository;
    }

    /** The newest version of each, by name. */
    public List<Diagram> all() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(Diagrams::diagram)
                .sorted(Comparator.comparing(Diagram::name))
                .toList();
    }

    /** The newest first. */
    public List<Integer> versionsOf(String definition) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(definition)
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
                .stream()
                .map(ProcessDefinition::getVersion)
                .toList();
    }

    /** Empty if there is none such. */
    public Optional<String> xml(String definition, int version) {
        return find(definition, version).map(found -> {
            try (InputStream file = repository.getProcessModel(found.getId())) {
                return new String(file.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Names by id of the node, as the diagram writes them; nodes without a name are left out. */
    public Map<String, String> names(String definition, int version) {
        return find(definition, version)
                .map(found ->
                        repository.getBpmnModelInstance(found.getId()).getModelElementsByType(FlowNode.class).stream()
                                .filter(node -> node.getName() != null)
                                .collect(Collectors.toMap(
                                        FlowNode::getId, node -> node.getName().replaceAll("\\s+", " "))))
                .orElse(Map.of());
    }

    private Optional<ProcessDefinition> find(String definition, int version) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(definition)
                .processDefinitionVersion(version)
                .list()
                .stream()
                .findFirst();
    }

    private static Diagram diagram(ProcessDefinition definition) {
        String name = definition.getName() == null ? definition.getKey() : definition.getName();
        return new Diagram(definition.getKey(), name, definition.getVersion());
    }

    /** @param version the newest */
    public record Diagram(String key, String name, int version) {}
}
