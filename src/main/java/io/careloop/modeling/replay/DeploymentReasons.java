package io.careloop.modeling.replay;

import io.careloop.modeling.replay.Replay.Kind;
import io.careloop.modeling.replay.Replay.State;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Diagrams that left many past cases stuck are deployed only with a reason, which is kept. */
@Service
public class DeploymentReasons {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ReplayRules rules = ReplayRules.ofRelease();

    DeploymentReasons(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param by user id */
    public record Reason(String by, Instant at, String text) {}

    /** What is allowed without one. */
    public int mostStuckPercent() {
        return rules.mostStuckPercent();
    }

    /** Whether the file of the run needs one to be deployed. */
    public boolean isNeededFor(Replay replay) {
        return replay.kind() == Kind.DIAGRAM
                && replay.state() == State.DONE
                && replay.stuckPercent() > rules.mostStuckPercent();
    }

    /** @param sha256 of the file */
    public Optional<Reason> find(String sha256) {
        return jdbc.sql("select given_by, given_at, reason from modeling_deployment_reason where sha256 = ?")
                .param(sha256)
                .query((row, number) -> new Reason(
                        row.getString("given_by"), row.getTimestamp("given_at").toInstant(), row.getString("reason")))
                .optional();
    }

    /**
     * Lets the file of a run be deployed nevertheless. The first reason stays.
     *
     * @param by     user id
     * @param reason not blank
     */
    public void give(Replay replay, String by, String reason) {
        jdbc.sql("""
                        insert into modeling_deployment_reason
                            (sha256, diagram, file, stuck, told, given_by, given_at, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        replay.sha256(),
                        replay.subject(),
                        replay.file(),
                        replay.count(Outcome.FAILED),
                        replay.told(),
                        by,
                        Timestamp.from(clock.instant()),
                        reason.strip())
                .update();
    }
}
