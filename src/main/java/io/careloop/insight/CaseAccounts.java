package io.careloop.insight;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Reader;
import io.careloop.deadline.WorkingTime;
import io.careloop.engine.HistoryFact;
import io.careloop.insight.CaseAccount.Head;
import io.careloop.insight.CaseAccount.Path;
import io.careloop.insight.CaseAccount.PathNode;
import io.careloop.insight.CaseAccount.Run;
import io.careloop.insight.CaseAccount.Took;
import io.careloop.insight.figures.KpiDefinitions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Tells managers and auditors how one case went, from the log of facts, so up to the last committed step. */
@Service
public class CaseAccounts {

    private final FactStore facts;
    private final KpiDefinitions definitions;
    private final DeployedModels models;
    private final CaseMoments moments;
    private final CaseFiles cases;
    private final WorkingTime workingTime;
    private final Clock clock;

    CaseAccounts(
            FactStore facts,
            KpiDefinitions definitions,
            DeployedModels models,
            CaseMoments moments,
            CaseFiles cases,
            WorkingTime workingTime,
            Clock clock) {
        this.facts = facts;
        this.definitions = definitions;
        this.models = models;
        this.moments = moments;
        this.cases = cases;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /**
     * Empty for a case that is unknown, or restricted and not for this reader.
     *
     * @param instance the one of which the path is told; the first one if none is named ({@code ""})
     */
    public Optional<CaseAccount> of(String reference, String instance, Reader reader) {
        return story(reference, reader).map(story -> {
            boolean seesAll = CaseList.seesAll(reader);
            List<Run> runs = runs(story);
            return new CaseAccount(
                    head(story, runs),
                    seesAll ? cases.find(CaseReference.of(reference)) : Optional.empty(),
                    runs,
                    moments.of(story, runs, this::took, seesAll),
                    runs.stream()
                            .filter(run -> instance.isEmpty() || run.id().equals(instance))
                            .findFirst()
                            .map(run -> path(story, run)));
        });
    }

    /** The diagram, as BPMN, that one of the case's process instances ran under; empty if it is gone. */
    public Optional<String> diagram(String reference, String instance, Reader reader) {
        return story(reference, reader)
                .flatMap(story -> story.instances().stream()
                        .filter(run -> run.id().equals(instance))
                        .findFirst()
                        .flatMap(run -> models.diagram(run.definitionId())));
    }

    private Optional<CaseStory> story(String reference, Reader reader) {
        return CaseReference.parse(reference)
                .map(known -> CaseStory.of(known.value(), facts.of(known.value()), definitions))
                .filter(story -> story.line()
                        .filter(line -> line.file().restrictedTo() == null || CaseList.seesAll(reader))
                        .isPresent());
    }

    private List<Run> runs(CaseStory story) {
        return story.instances().stream()
                .map(run -> new Run(
                        run.id(),
                        run.definition(),
                        models.nameOf(run.definitionId()).orElse(run.definition()),
                        run.version(),
                        run.definitionId(),
                        run.startedBy(),
                        run.startedAt(),
                        run.endedAt(),
                        run.state(),
                        took(run.startedAt(), run.endedAt())))
                .toList();
    }

    private Head head(CaseStory story, List<Run> runs) {
        CaseLine line = story.line().orElseThrow();
        Map<String, String> definitions = runs.stream().collect(Collectors.toMap(Run::id, Run::definitionId));
        List<String> standsAt = story.visits().stream()
                .filter(visit -> visit.leftAt() == null && visit.isWait())
                .map(visit -> name(models.nodeNames(definitions.getOrDefault(visit.instance(), "")), visit.node()))
                .distinct()
                .toList();
        return Head.of(
                line, standsAt, took(line.file().registeredAt(), line.file().closedAt()));
    }

    private Path path(CaseStory story, Run run) {
        Map<String, String> names = models.nodeNames(run.definitionId());
        Map<String, List<Visit>> byNode = story.visits().stream()
                .filter(visit ->
                        visit.instance().equals(run.id()) && !visit.node().endsWith(HistoryFact.ALL_TOGETHER))
                .collect(Collectors.groupingBy(Visit::node, LinkedHashMap::new, Collectors.toList()));
        Map<String, Long> flows = story.flows().stream()
                .filter(flow -> flow.fact().instance().equals(run.id()))
                .collect(Collectors.groupingBy(flow -> flow.fact().flow(), LinkedHashMap::new, Collectors.counting()));
        return new Path(
                run,
                models.isDeployed(run.definitionId()),
                byNode.values().stream()
                        .map(visits -> node(visits, name(names, visits.get(0).node())))
                        .toList(),
                flows);
    }

    private PathNode node(List<Visit> visits, String name) {
        Visit first = visits.get(0);
        return new PathNode(
                first.node(),
                name,
                first.type(),
                visits.size(),
                first.enteredAt(),
                visits.stream()
                        .map(visit -> took(visit.enteredAt(), visit.leftAt()))
                        .reduce(
                                new Took(Duration.ZERO, Duration.ZERO),
                                (sum, took) -> new Took(
                                        sum.elapsed().plus(took.elapsed()),
                                        sum.business().plus(took.business()))),
                visits.stream().anyMatch(visit -> visit.leftAt() == null),
                visits.stream().anyMatch(Visit::failed),
                visits.stream().anyMatch(Visit::breached),
                visits.stream().anyMatch(Visit::unfinished));
    }

    private Took took(Instant from, Instant until) {
        Instant to = Objects.requireNonNullElseGet(until, clock::instant);
        return to.isAfter(from)
                ? new Took(Duration.between(from, to), workingTime.between(from, to))
                : new Took(Duration.ZERO, Duration.ZERO);
    }

    static String name(Map<String, String> names, String node) {
        return node == null ? null : names.getOrDefault(node, node);
    }
}
