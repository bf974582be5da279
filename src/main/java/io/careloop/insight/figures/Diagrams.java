package io.careloop.insight.figures;

import io.careloop.insight.DeployedModels;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** The diagrams that are deployed, with all their versions. */
@Component
public class Diagrams {

    private final RepositoryService repository;
    private final DeployedModels models;

    Diagrams(RepositoryService repository, DeployedModels models) {
        this.repository = repository;
        this.models = models;
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
        return find(definition, version).flatMap(found -> models.diagram(found.getId()));
    }

    /** Names by id of the node, as the diagram writes them; nodes without a name are left out. */
    public Map<String, String> names(String definition, int version) {
        return find(definition, version)
                .map(found -> models.nodeNames(found.getId()))
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
