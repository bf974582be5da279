package io.careloop.modeling.version;

import io.careloop.engine.SystemCalls;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.UpdateProcessDefinitionSuspensionStateBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stops versions of a diagram, or all of them, and lets them go on; who did so and why is kept. */
@Service
public class Suspensions {

    private final RepositoryService repository;
    private final SystemCalls system;
    private final JdbcClient jdbc;
    private final Clock clock;

    Suspensions(RepositoryService repository, SystemCalls system, JdbcClient jdbc, Clock clock) {
        this.repository = repository;
        this.system = system;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is done to a version: nothing begins in it any more, or its running cases stand still as well; and the way back. */
    public enum Action {
        SUSPEND(true, false),
        SUSPEND_WITH_CASES(true, true),
        ACTIVATE(false, false),
        ACTIVATE_WITH_CASES(false, true);

        private final boolean suspends;
        private final boolean withCases;

        Action(boolean suspends, boolean withCases) {
            this.suspends = suspends;
            this.withCases = withCases;
        }
    }

    /** @param version null for all of the diagram */
    public record Decision(Integer version, Action action, String by, Instant at, String reason) {}

    /**
     * @param version null for all versions of the diagram
     * @param reason  kept with the user and the time; not blank
     */
    @Transactional
    public void decide(String key, DiagramVersion version, Action action, String user, String reason) {
        jdbc.sql("""
                        insert into modeling_suspension (process_key, version, action, decided_by, decided_at, reason)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        key,
                        version == null ? null : version.number(),
                        action.name(),
                        user,
                        Timestamp.from(clock.instant()),
                        reason.strip())
                .update();
        system.run(() -> {
            var chosen = repository.updateProcessDefinitionSuspensionState();
            carryOut(
                    action,
                    version == null ? chosen.byProcessDefinitionKey(key) : chosen.byProcessDefinitionId(version.id()));
        });
    }

    /** The latest first. */
    public List<Decision> of(String key) {
        return jdbc.sql("""
                        select version, action, decided_by, decided_at, reason from modeling_suspension
                        where process_key = ? order by id desc""")
                .param(key)
                .query((row, number) -> new Decision(
                        row.getObject("version", Integer.class),
                        Action.valueOf(row.getString("action")),
                        row.getString("decided_by"),
                        row.getTimestamp("decided_at").toInstant(),
                        row.getString("reason")))
                .list();
    }

    private static void carryOut(Action action, UpdateProcessDefinitionSuspensionStateBuilder chosen) {
        UpdateProcessDefinitionSuspensionStateBuilder what = chosen.includeProcessInstances(action.withCases);
        if (action.suspends) {
            what.suspend();
        } else {
            what.activate();
        }
    }
}
