package io.careloop.resolution;

import io.careloop.cases.CaseReference;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.engine.WaitingWrites;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who does what until when, so that an accepted solution is put in place. */
@Service
public class Implementations {

    private final JdbcClient jdbc;
    private final WaitingWrites waiting;
    private final Timeline timeline;
    private final Clock clock;

    Implementations(JdbcClient jdbc, WaitingWrites waiting, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.waiting = waiting;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** @param implementer user id, or null for whoever of the team takes it */
    @Transactional
    public void plan(CaseReference reference, String action, String implementer, Instant dueAt, String plannedBy) {
        waiting.add(
                Set.of("resolution_plan"),
                """
                insert into resolution_plan (reference, action, implementer, due_at, planned_at, planned_by)
                values (?, ?, ?, ?, ?, ?)""",
                reference.value(),
                action,
                implementer,
                Timestamp.from(dueAt),
                Timestamp.from(clock.instant()),
                plannedBy);
        timeline.note(reference, Kind.PLANNED, plannedBy, action);
    }

    /** What is to be done, as planned last. */
    public Optional<String> plannedAction(CaseReference reference) {
        return jdbc.sql("select action from resolution_plan where reference = ? order by id desc limit 1")
                .param(reference.value())
                .query(String.class)
                .optional();
    }
}
