package io.careloop.deadline;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which running clocks a changed calendar has not reached, and how far it has come. */
@Repository
class RecountStore {

    private static final String NOT_REACHED = """
            from deadline_clock c where c.stopped_at is null and c.calendar = ?
                and greatest(c.calendar_revision, c.considered_revision) < ?""";

    private final JdbcClient jdbc;

    RecountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int notReached(String calendar, int revision) {
        return jdbc.sql("select count(*) " + NOT_REACHED)
                .params(calendar, revision)
                .query(Integer.class)
                .single();
    }

    /**
     * Some cases with such clocks, held against change by others until the transaction ends. Leaves out those that somebody
     * holds, so that two who ask at a time get different ones.
     *
     * @param fromEnd whether to begin with the last instead of the first
     * @param without references to leave out
     */
    List<String> pick(String calendar, int revision, boolean fromEnd, Collection<String> without, int most) {
        String order = fromEnd ? " desc" : "";
        return jdbc.sql("""
                        select h.reference from deadline_chain h where h.reference in (
                            select c.reference %1$s and c.reference <> all (?)
                            order by greatest(c.calendar_revision, c.considered_revision)%2$s, c.reference%2$s limit ?)
                        for update skip locked""".formatted(NOT_REACHED, order))
                .params(calendar, revision, without.toArray(String[]::new), most)
                .query(String.class)
                .list();
    }

    /** Such clocks of the cases, with the newest revision that each was looked at by. */
    Map<String, Map<ClockId, Integer>> considered(List<String> references, String calendar, int revision) {
        Map<String, Map<ClockId, Integer>> found = new HashMap<>();
        jdbc.sql("select c.reference, c.clock, greatest(c.calendar_revision, c.considered_revision) as revision "
                        + NOT_REACHED + " and c.reference = any (?)")
                .params(calendar, revision, references.toArray(String[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getString("reference"), reference -> new HashMap<>())
                            .put(ClockId.parse(row.getString("clock")), row.getInt("revision"));
                });
        return found;
    }

    void reached(List<String> references, String calendar, int revision) {
        jdbc.sql("""
                        update deadline_clock c set considered_revision = ?
                        where c.stopped_at is null and c.calendar = ? and c.reference = any (?)
                            and greatest(c.calendar_revision, c.considered_revision) < ?""")
                .params(revision, calendar, references.toArray(String[]::new), revision)
                .update();
    }

    void begin(String calendar, int revision, int waiting, Instant now) {
        jdbc.sql("""
                        insert into deadline_recount
                            (calendar, revision, total, seen, earlier, later, kept, started_at, finished_at)
                        values (?, ?, ?, 0, 0, 0, 0, ?, null)
                        on conflict (calendar, revision) do update set
                            total = greatest(deadline_recount.total, deadline_recount.seen + excluded.total),
                            finished_at = null""").params(calendar, revision, waiting, Timestamp.from(now)).update();
    }

    void count(String calendar, int revision, Tally tally) {
        jdbc.sql("""
                        update deadline_recount set seen = seen + ?, earlier = earlier + ?, later = later + ?,
                            kept = kept + ? where calendar = ? and revision = ?""")
                .params(tally.seen(), tally.earlier(), tally.later(), tally.kept(), calendar, revision)
                .update();
    }

    void finish(String calendar, int revision, Instant now) {
        jdbc.sql("""
                        update deadline_recount set finished_at = ?, total = seen
                        where calendar = ? and revision = ? and finished_at is null""").params(Timestamp.from(now), calendar, revision).update();
    }

    Optional<RecountProgress> progressOf(String calendar, int revision) {
        return jdbc.sql("""
                        select revision, total, seen, earlier, later, kept, started_at, finished_at
                        from deadline_recount where calendar = ? and revision = ?""")
                .params(calendar, revision)
                .query((row, number) -> new RecountProgress(
                        row.getInt("revision"),
                        row.getInt("total"),
                        row.getInt("seen"),
                        row.getInt("earlier"),
                        row.getInt("later"),
                        row.getInt("kept"),
                        instant(row.getTimestamp("started_at")),
                        instant(row.getTimestamp("finished_at"))))
                .optional();
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
