package io.careloop.deadline;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.ClockFact.What;
import io.careloop.engine.WaitingWrites;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Clocks and facts on file. One statement for all that a change touches, since every case pays for it. */
@Repository
class ClockStore {

    private static final Set<String> TABLES = Set.of("deadline_clock", "deadline_chain", "deadline_fact");

    private final JdbcClient jdbc;
    private final WaitingWrites waiting;

    ClockStore(JdbcClient jdbc, WaitingWrites waiting) {
        this.jdbc = jdbc;
        this.waiting = waiting;
    }

    /** Clocks of a case, held against change by others until the transaction ends, and where its facts have come to. */
    record Held(List<ClockRecord> clocks, int length, String head) {

        static final Held NOTHING = new Held(List.of(), 0, ClockFact.NO_HASH);

        private Held with(Held other) {
            List<ClockRecord> all = Stream.concat(clocks.stream(), other.clocks.stream())
                    .sorted(Comparator.comparing(ClockRecord::id))
                    .toList();
            return new Held(all, length, head);
        }
    }

    /** In their order; empty if none was ever started. */
    List<ClockRecord> of(CaseReference reference) {
        return jdbc
                .sql("select " + ClockRows.CLOCK + " from deadline_clock c where c.reference = ?")
                .param(reference.value())
                .query(ClockRows::clock)
                .list()
                .stream()
                .sorted(Comparator.comparing(ClockRecord::id))
                .toList();
    }

    Held hold(CaseReference reference) {
        return hold(List.of(reference.value())).getOrDefault(reference.value(), Held.NOTHING);
    }

    /** By reference; without those that have no clocks. */
    Map<String, Held> hold(Collection<String> references) {
        Map<String, Held> held = new HashMap<>();
        jdbc.sql("select " + ClockRows.CLOCK + """
                        , h.length, h.head
                        from deadline_chain h join deadline_clock c on c.reference = h.reference
                        where h.reference = any (?) order by h.reference for update""")
                .param(references.toArray(String[]::new))
                .query((row, number) ->
                        new Held(List.of(ClockRows.clock(row, number)), row.getInt("length"), row.getString("head")))
                .list()
                .forEach(row -> held.merge(row.clocks().get(0).reference(), row, Held::with));
        return held;
    }

    /** Whether somebody decided when the clock is due. */
    boolean isDecided(CaseReference reference, ClockId clock) {
        return jdbc.sql("""
                        select exists (select 1 from deadline_fact where reference = ? and clock = ? and what = ?)""")
                .params(reference.value(), clock.toString(), What.DECIDED.code())
                .query(Boolean.class)
                .single();
    }

    /** Adds the clocks or overwrites what is on file of them, and adds the facts. */
    void save(List<ClockRecord> clocks, List<Long> countedSeconds, List<ClockFact> facts) {
        ClockFact last = facts.get(facts.size() - 1);
        List<Object> values = new ArrayList<>();
        String reference = clocks.get(0).reference();
        for (int i = 0; i < clocks.size(); i++) {
            ClockRows.addValues(values, clocks.get(i), countedSeconds.get(i));
        }
        Collections.addAll(values, reference, last.number(), last.hash());
        facts.forEach(fact -> ClockRows.addValues(values, reference, fact));
        String sql = """
                        with clocks as (
                            insert into deadline_clock (reference, clock, clock_type, time_limit, calendar,
                                calendar_revision, started_at, pauses, due_at, stopped_at, watched_by, thresholds,
                                told_percent, repetitions, told_at, acknowledged_percent, next_notice_at,
                                counted_seconds)
                            values %s
                            on conflict (reference, clock) do update set
                                clock_type = excluded.clock_type, time_limit = excluded.time_limit,
                                calendar = excluded.calendar, calendar_revision = excluded.calendar_revision,
                                started_at = excluded.started_at, pauses = excluded.pauses,
                                due_at = excluded.due_at, stopped_at = excluded.stopped_at,
                                watched_by = excluded.watched_by, thresholds = excluded.thresholds,
                                told_percent = excluded.told_percent, repetitions = excluded.repetitions,
                                told_at = excluded.told_at, acknowledged_percent = excluded.acknowledged_percent,
                                next_notice_at = excluded.next_notice_at,
                                counted_seconds = excluded.counted_seconds
                        ), chain as (
                            insert into deadline_chain (reference, length, head) values (?, ?, ?)
                            on conflict (reference) do update set length = excluded.length, head = excluded.head
                        ) insert into deadline_fact
                            (reference, number, clock, what, at, actor, data, previous_hash, hash)
                        values %s""".formatted(ClockRows.ofClocks(clocks.size()), ClockRows.ofFacts(facts.size()));
        waiting.add(TABLES, sql, values.toArray());
    }

    /** Keeps when the staff are told next, which no due date follows from. */
    void saveNotice(ClockRecord clock) {
        waiting.add(
                TABLES,
                "update deadline_clock set next_notice_at = ? where reference = ? and clock = ?",
                ClockRows.timestamp(clock.nextNoticeAt()),
                clock.reference(),
                clock.id().toString());
    }

    /** All that was recorded of the clocks of a case, in one look. */
    FactChain chainOf(CaseReference reference) {
        List<FactChain> rows = jdbc.sql("""
                        select h.length, h.head, f.number, f.clock, f.what, f.at, f.actor, f.data, f.previous_hash,
                            f.hash
                        from deadline_chain h left join deadline_fact f on f.reference = h.reference
                        where h.reference = ? order by f.number""")
                .param(reference.value())
                .query((row, number) -> new FactChain(
                        row.getString("clock") == null ? List.of() : List.of(ClockRows.fact(row)),
                        row.getString("head"),
                        row.getInt("length")))
                .list();
        return rows.isEmpty()
                ? new FactChain(List.of(), ClockFact.NO_HASH, 0)
                : new FactChain(
                        rows.stream().flatMap(row -> row.facts().stream()).toList(),
                        rows.get(0).head(),
                        rows.get(0).length());
    }
}
