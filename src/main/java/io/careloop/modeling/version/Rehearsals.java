package io.careloop.modeling.version;

import io.careloop.engine.SystemCalls;
import io.careloop.modeling.version.CaseMove.Deadline;
import io.careloop.modeling.version.Situation.Due;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells what a plan does to a case by carrying it out and taking it back: the engine itself says where the case would stand
 * and what would be due, and nothing of it stays.
 */
@Service
public class Rehearsals {

    private final ProcessEngine engine;
    private final SystemCalls system;
    private final TransactionTemplate transaction;

    Rehearsals(ProcessEngine engine, SystemCalls system, PlatformTransactionManager transactions) {
        this.engine = engine;
        this.system = system;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The first so many instances that stand in a version, in the order of their cases. */
    public List<CaseMove> rehearse(MigrationDraft draft, int limit) {
        return system.ask(() -> engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionId(draft.plan().getSourceProcessDefinitionId())
                .orderByBusinessKey()
                .asc()
                .listPage(0, limit)
                .stream()
                .map(instance -> rehearse(draft, instance))
                .toList());
    }

    /** These instances, as far as they stand in the version that is left. */
    public List<CaseMove> rehearse(MigrationDraft draft, Set<String> instances) {
        return system.ask(() -> engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionId(draft.plan().getSourceProcessDefinitionId())
                .processInstanceIds(instances)
                .list()
                .stream()
                .map(instance -> rehearse(draft, instance))
                .toList());
    }

    private CaseMove rehearse(MigrationDraft draft, ProcessInstance instance) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            Situation before = Situation.of(instance.getId(), engine);
            List<Obstacle> obstacles = withoutPlace(before, draft);
            Situation after = obstacles.isEmpty() ? moved(draft, instance, obstacles) : null;
            List<Deadline> deadlines = after == null ? List.of() : deadlines(before, after, draft);
            obstacles.addAll(worse(deadlines, draft));
            return new CaseMove(
                    instance.getId(),
                    instance.getBusinessKey() == null ? instance.getId() : instance.getBusinessKey(),
                    before.nodes().stream().map(draft::then).toList(),
                    after == null
                            ? List.of()
                            : after.nodes().stream().map(draft::now).toList(),
                    deadlines,
                    obstacles);
        });
    }

    /** Known without asking the engine, which writes an error to the log for each. */
    private static List<Obstacle> withoutPlace(Situation before, MigrationDraft draft) {
        return new ArrayList<>(before.nodes().stream()
                .filter(node -> !draft.hasPlaceFor(node))
                .map(node -> new Obstacle(draft.then(node), null, "no-place", ""))
                .toList());
    }

    /** Null if the engine refuses; the reasons are added to the obstacles. */
    private Situation moved(MigrationDraft draft, ProcessInstance instance, List<Obstacle> obstacles) {
        try {
            engine.getRuntimeService()
                    .newMigration(draft.plan())
                    .processInstanceIds(instance.getId())
                    .execute();
            return Situation.of(instance.getId(), engine);
        } catch (MigratingProcessInstanceValidationException e) {
            obstacles.addAll(obstacles(e.getValidationReport(), draft));
        } catch (ProcessEngineException e) {
            obstacles.add(Obstacle.of(null, null, e.getMessage()));
        }
        return null;
    }

    private static List<Deadline> deadlines(Situation before, Situation after, MigrationDraft draft) {
        Set<String> all = new LinkedHashSet<>(before.due().keySet());
        all.addAll(after.due().keySet());
        return all.stream()
                .map(id -> deadline(before.due().get(id), after.due().get(id), draft))
                .filter(deadline -> deadline.before() != null || deadline.after() != null)
                .sorted(Comparator.comparing(
                        deadline -> deadline.before() == null ? deadline.after() : deadline.before()))
                .toList();
    }

    private static Deadline deadline(Due then, Due now, MigrationDraft draft) {
        return new Deadline(
                then == null ? draft.now(now.node()) : draft.then(then.node()),
                then == null ? now.isTimer() : then.isTimer(),
                then == null ? null : then.at(),
                now == null ? null : now.at());
    }

    /** Nothing becomes due later, and no timer is lost unless somebody wants that. */
    private static List<Obstacle> worse(List<Deadline> deadlines, MigrationDraft draft) {
        return deadlines.stream()
                .flatMap(deadline -> {
                    String node = deadline.place().id();
                    if (deadline.isLater()) {
                        return Stream.of(new Obstacle(deadline.place(), null, "later", ""));
                    }
                    return deadline.after() == null && !draft.maySimplyEnd(node)
                            ? Stream.of(new Obstacle(deadline.place(), null, "lost", ""))
                            : Stream.empty();
                })
                .distinct()
                .toList();
    }

    private static List<Obstacle> obstacles(MigratingProcessInstanceValidationReport report, MigrationDraft draft) {
        List<Obstacle> found = new ArrayList<>();
        report.getFailures().forEach(failure -> found.add(Obstacle.of(null, null, failure)));
        report.getActivityInstanceReports()
                .forEach(one -> one.getFailures()
                        .forEach(failure -> found.add(Obstacle.of(draft.then(one.getSourceScopeId()), null, failure))));
        report.getTransitionInstanceReports()
                .forEach(one -> one.getFailures()
                        .forEach(failure -> found.add(Obstacle.of(draft.then(one.getSourceScopeId()), null, failure))));
        return found.stream().distinct().toList();
    }
}
