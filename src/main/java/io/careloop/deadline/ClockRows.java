package io.careloop.deadline;

import io.careloop.deadline.DeadlineClock.ClockType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/** Clocks and facts as rows of their tables. */
final class ClockRows {

    static final String CLOCK = """
            c.reference, c.clock, c.clock_type, c.time_limit, c.calendar, c.calendar_revision, c.started_at, c.pauses,
            c.due_at, c.stopped_at, c.watched_by, c.thresholds, c.told_percent, c.repetitions, c.told_at,
            c.acknowledged_percent, c.next_notice_at""";

    private static final String CLOCK_ROW = row(18);
    private static final String FACT_ROW = row(9);

    static void addValues(List<Object> values, ClockRecord clock, Long countedSeconds) {
        Collections.addAll(
                values,
                clock.reference(),
                clock.id().toString(),
                clock.counting().limit().type().name(),
                clock.counting().limit().toString(),
                clock.counting().calendar(),
                clock.counting().revision(),
                timestamp(clock.counting().start()),
                Pause.write(clock.counting().pauses()),
                timestamp(clock.dueAt()),
                timestamp(clock.stoppedAt()),
                clock.watchedBy(),
                Threshold.write(clock.telling().thresholds()),
                clock.telling().toldPercent(),
                clock.telling().repetitions(),
                timestamp(clock.telling().toldAt()),
                clock.telling().acknowledgedPercent(),
                timestamp(clock.nextNoticeAt()),
                countedSeconds);
    }

    static void addValues(List<Object> values, String reference, ClockFact fact) {
        Collections.addAll(
                values,
                reference,
                fact.number(),
                fact.clock(),
                fact.what(),
                timestamp(fact.at()),
                fact.actor(),
                fact.data(),
                fact.previousHash(),
                fact.hash());
    }

    static ClockRecord clock(ResultSet row, int number) throws SQLException {
        ClockType type = ClockType.valueOf(row.getString("clock_type"));
        return new ClockRecord(
                row.getString("reference"),
                ClockId.parse(row.getString("clock")),
                new Counting(
                        instant(row, "started_at"),
                        Limit.of(row.getString("time_limit"), type),
                        row.getString("calendar"),
                        row.getInt("calendar_revision"),
                        Pause.read(row.getString("pauses"))),
                instant(row, "due_at"),
                instant(row, "stopped_at"),
                row.getString("watched_by"),
                new Telling(
                        Threshold.read(row.getString("thresholds")),
                        row.getInt("told_percent"),
                        row.getInt("repetitions"),
                        instant(row, "told_at"),
                        row.getInt("acknowledged_percent")),
                instant(row, "next_notice_at"));
    }

    static ClockFact fact(ResultSet row) throws SQLException {
        return new ClockFact(
                row.getInt("number"),
                row.getString("clock"),
                row.getString("what"),
                instant(row, "at"),
                row.getString("actor"),
                row.getString("data"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    private static String row(int columns) {
        return "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
    }

    /** Places for the values of as many clocks. */
    static String ofClocks(int count) {
        return String.join(", ", Collections.nCopies(count, CLOCK_ROW));
    }

    /** Places for the values of as many facts. */
    static String ofFacts(int count) {
        return String.join(", ", Collections.nCopies(count, FACT_ROW));
    }

    static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    private ClockRows() {}
}
