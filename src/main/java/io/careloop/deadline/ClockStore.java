package io.careloop.deadline;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.DeadlineClock.ClockType;
import io.careloop.deadline.ServiceLevel.Term;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The clocks on file. One statement for all clocks of a case, since every case pays for it. */
@Repository
class ClockStore {

    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;

    ClockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** First response before resolution; empty if the clocks were never started. */
    List<ClockRecord> of(CaseReference reference) {
        return select(reference, "");
    }

    /** The same, held against change by others until the transaction ends. */
    List<ClockRecord> hold(CaseReference reference) {
        return select(reference, " for update");
    }

    /** Adds the clocks, or overwrites what is on file of them. */
    void save(List<ClockRecord> clocks) {
        if (clocks.isEmpty()) {
            return;
        }
        List<Object> values = new ArrayList<>();
        clocks.forEach(clock -> addValues(values, clock));
        jdbc.sql("""
                        insert into deadline_clock (reference, kind, clock_type, time_limit, warning_percent, calendar,
                            started_at, warn_at, due_at, next_notice_at, warned_at, missed_at, stopped_at)
                        values %s
                        on conflict (reference, kind) do update set
                            clock_type = excluded.clock_type, time_limit = excluded.time_limit,
                            warning_percent = excluded.warning_percent, calendar = excluded.calendar,
                            warn_at = excluded.warn_at, due_at = excluded.due_at,
                            next_notice_at = excluded.next_notice_at, warned_at = excluded.warned_at,
                            missed_at = excluded.missed_at, stopped_at = excluded.stopped_at""".formatted(String.join(", ", Collections.nCopies(clocks.size(), ROW))))
                .params(values)
                .update();
    }

    private List<ClockRecord> select(CaseReference reference, String lock) {
        return jdbc.sql("""
                        select reference, kind, clock_type, time_limit, warning_percent, calendar,
                            started_at, warn_at, due_at, next_notice_at, warned_at, missed_at, stopped_at
                        from deadline_clock where reference = ? order by kind""" + lock)
                .param(reference.value())
                .query(ClockStore::read)
                .list();
    }

    private static void addValues(List<Object> values, ClockRecord clock) {
        Collections.addAll(
                values,
                clock.reference(),
                clock.kind().name(),
                clock.term().limit().type().name(),
                clock.term().limit().toString(),
                clock.term().warningPercent(),
                clock.calendar(),
                timestamp(clock.startedAt()),
                timestamp(clock.warnAt()),
                timestamp(clock.dueAt()),
                timestamp(clock.nextNoticeAt()),
                timestamp(clock.warnedAt()),
                timestamp(clock.missedAt()),
                timestamp(clock.stoppedAt()));
    }

    private static ClockRecord read(ResultSet row, int number) throws SQLException {
        ClockType type = ClockType.valueOf(row.getString("clock_type"));
        return new ClockRecord(
                row.getString("reference"),
                ClockKind.valueOf(row.getString("kind")),
                new Term(Limit.of(row.getString("time_limit"), type), row.getInt("warning_percent")),
                row.getString("calendar"),
                instant(row, "started_at"),
                instant(row, "warn_at"),
                instant(row, "due_at"),
                instant(row, "next_notice_at"),
                instant(row, "warned_at"),
                instant(row, "missed_at"),
                instant(row, "stopped_at"));
    }

    private static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
