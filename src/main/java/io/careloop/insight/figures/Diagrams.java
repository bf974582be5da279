package io.careloop.insight.figures;

import io.careloop.insight.DeployedModels;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** Nodes at which time goes by on purpose, see {@link DeployedModels#watches}. */
    public Set<String> watches(String definition, int version) {
        return find(definition, version)
                .map(found -> models.watches(found.getId()))
                .orElse(Set.of());
    }

    /**
     * What people call a node: its diagram and its own name, ids for those that are gone.
     *
     * @param version null for the newest
     */
    public String nameOf(String definition, Integer version, String node) {
        Optional<Diagram> diagram =
                all().stream().filter(known -> known.key().equals(definition)).findFirst();
        Map<String, String> names = diagram.map(known -> names(definition, version == null ? known.version() : version))
                .orElse(Map.of());
        return diagram.map(Diagram::name).orElse(definition) + " / " + names.getOrDefault(node, node);
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
