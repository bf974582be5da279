package io.careloop.modeling.version;

import io.careloop.engine.RunningModel;
import io.careloop.engine.RunningModels;
import io.careloop.engine.SystemCalls;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Service;

/** The versions of all diagrams, and how many cases stand in each. */
@Service
public class Versions {

    private final RunningModels models;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final SystemCalls system;

    Versions(
            RunningModels models,
            RepositoryService repository,
            RuntimeService runtime,
            ManagementService management,
            SystemCalls system) {
        this.models = models;
        this.repository = repository;
        this.runtime = runtime;
        this.management = management;
        this.system = system;
    }

    /**
     * A diagram.
     *
     * @param newest    number of its newest version
     * @param running   instances in all versions
     * @param suspended whether its newest version is
     */
    public record Line(String key, String name, int newest, int versions, long running, boolean suspended) {}

    /** In the order of their keys. */
    public List<Line> all() {
        return system.ask(() -> management.createProcessDefinitionStatisticsQuery().list().stream()
                .collect(Collectors.groupingBy(ProcessDefinition::getKey))
                .values()
                .stream()
                .map(Versions::line)
                .sorted(Comparator.comparing(Line::key))
                .toList());
    }

    /** The newest first; empty if there is no such diagram. */
    public List<DiagramVersion> of(String key) {
        return system.ask(() -> {
            Map<Integer, ProcessDefinition> definitions =
                    repository.createProcessDefinitionQuery().processDefinitionKey(key).list().stream()
                            .collect(Collectors.toMap(ProcessDefinition::getVersion, definition -> definition));
            List<RunningModel> found = models.versionsOf(key);
            List<DiagramVersion> versions = new ArrayList<>();
            for (int i = 0; i < found.size(); i++) {
                RunningModel before = i + 1 < found.size() ? found.get(i + 1) : null;
                versions.add(version(
                        found.get(i), before, definitions.get(found.get(i).version())));
            }
            return versions;
        });
    }

    public Optional<DiagramVersion> find(String key, int number) {
        return of(key).stream().filter(version -> version.number() == number).findFirst();
    }

    /** The diagram as it was deployed. */
    public byte[] contentOf(DiagramVersion version) {
        return system.ask(() -> models.contentOf(version.model()));
    }

    private DiagramVersion version(RunningModel model, RunningModel before, ProcessDefinition definition) {
        boolean same = before != null && Arrays.equals(models.contentOf(model), models.contentOf(before));
        return new DiagramVersion(
                definition.getId(),
                model,
                models.broughtBy(model),
                same ? before.version() : 0,
                runtime.createProcessInstanceQuery()
                        .processDefinitionId(definition.getId())
                        .count(),
                definition.isSuspended());
    }

    private static Line line(List<ProcessDefinitionStatistics> versions) {
        ProcessDefinitionStatistics newest = versions.stream()
                .max(Comparator.comparing(ProcessDefinition::getVersion))
                .orElseThrow();
        return new Line(
                newest.getKey(),
                newest.getName() == null ? newest.getKey() : newest.getName(),
                newest.getVersion(),
                versions.size(),
                versions.stream()
                        .mapToLong(ProcessDefinitionStatistics::getInstances)
                        .sum(),
                newest.isSuspended());
    }
}
