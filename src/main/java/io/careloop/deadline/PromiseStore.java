package io.careloop.deadline;

import io.careloop.cases.CaseReference;
import io.careloop.cases.Stage;
import io.careloop.deadline.Promise.Source;
import io.careloop.engine.WaitingWrites;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of promises. */
@Repository
class PromiseStore {

    private final JdbcClient jdbc;
    private final WaitingWrites waiting;

    PromiseStore(JdbcClient jdbc, WaitingWrites waiting) {
        this.jdbc = jdbc;
        this.waiting = waiting;
    }

    /** In the order in which they were made. */
    List<Promise> of(CaseReference reference) {
        return jdbc.sql("select * from deadline_promise where reference = ? order by number")
                .param(reference.value())
                .query(PromiseStore::read)
                .list();
    }

    Optional<Promise> find(CaseReference reference, int number) {
        return jdbc.sql("select * from deadline_promise where reference = ? and number = ?")
                .params(reference.value(), number)
                .query(PromiseStore::read)
                .optional();
    }

    void add(Promise promise) {
        waiting.add(
                Set.of("deadline_promise"),
                """
                insert into deadline_promise (reference, number, text, due_at, stage, source, made_at, made_by)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                promise.reference().value(),
                promise.number(),
                promise.text(),
                Timestamp.from(promise.dueAt()),
                promise.stage().name(),
                promise.source().name(),
                Timestamp.from(promise.madeAt()),
                promise.madeBy());
    }

    /** @return what was promised; empty if it does not wait any more to be kept */
    Optional<Promise> keep(CaseReference reference, int number, String actor, Instant at) {
        return keep(reference, "number = :number", Map.of("number", number), actor, at).stream()
                .findFirst();
    }

    /** @return those of the source that waited to be kept */
    List<Promise> keepAll(CaseReference reference, Source source, String actor, Instant at) {
        return keep(reference, "source = :source", Map.of("source", source.name()), actor, at);
    }

    private List<Promise> keep(CaseReference reference, String which, Map<String, ?> values, String actor, Instant at) {
        return jdbc.sql("""
                        update deadline_promise
                        set kept_at = :at, kept_by = :actor,
                            broken_at = case when due_at < :at then coalesce(broken_at, due_at) else broken_at end
                        where reference = :reference and kept_at is null and dropped_at is null and %s
                        returning *""".formatted(which))
                .params(values)
                .param("at", Timestamp.from(at))
                .param("actor", actor)
                .param("reference", reference.value())
                .query(PromiseStore::read)
                .list();
    }

    /** @return false if it was kept or dropped, or known as broken */
    boolean breach(CaseReference reference, int number, Instant at) {
        return jdbc.sql("""
                                update deadline_promise set broken_at = ?
                                where reference = ? and number = ?
                                    and broken_at is null and kept_at is null and dropped_at is null""")
                        .params(Timestamp.from(at), reference.value(), number)
                        .update()
                == 1;
    }

    void drop(CaseReference reference, int number, Instant at) {
        jdbc.sql("""
                        update deadline_promise
                        set dropped_at = :at,
                            broken_at = case when due_at < :at then coalesce(broken_at, due_at) else broken_at end
                        where reference = :reference and number = :number
                            and kept_at is null and dropped_at is null""")
                .param("at", Timestamp.from(at))
                .param("reference", reference.value())
                .param("number", number)
                .update();
    }

    List<PromiseCount> countByStage(Instant from, Instant to) {
        return jdbc.sql("""
                        select stage, count(*) as made,
                            count(*) filter (where kept_at is not null and broken_at is null) as kept,
                            count(*) filter (where broken_at is not null) as broken,
                            count(*) filter (where kept_at is null and broken_at is null and dropped_at is null) as open
                        from deadline_promise where made_at >= ? and made_at < ? group by stage""")
                .params(Timestamp.from(from), Timestamp.from(to))
                .query((row, number) -> new PromiseCount(
                        Stage.valueOf(row.getString("stage")),
                        row.getInt("made"),
                        row.getInt("kept"),
                        row.getInt("broken"),
                        row.getInt("open")))
                .list();
    }

    private static Promise read(ResultSet row, int number) throws SQLException {
        return new Promise(
                CaseReference.of(row.getString("reference")),
                row.getInt("number"),
                row.getString("text"),
                instant(row, "due_at"),
                Stage.valueOf(row.getString("stage")),
                Source.valueOf(row.getString("source")),
                instant(row, "made_at"),
                row.getString("made_by"),
                instant(row, "kept_at"),
                row.getString("kept_by"),
                instant(row, "broken_at"),
                instant(row, "dropped_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
