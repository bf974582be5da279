package io.careloop.insight;

import io.careloop.engine.WaitingWrites;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The log of facts, and which subjects have facts that are not told yet. */
@Repository
class FactStore {

    private static final Set<String> TABLES = Set.of("insight_fact", "insight_pending");

    private final JdbcClient jdbc;
    private final WaitingWrites waiting;

    FactStore(JdbcClient jdbc, WaitingWrites waiting) {
        this.jdbc = jdbc;
        this.waiting = waiting;
    }

    /**
     * A fact with the row in which it stands: facts of one row were committed together.
     *
     * @param row greater than that of all before of the same subject
     */
    record Recorded(long row, Object fact) {}

    /** Announces facts that are added when the transaction comes to its end. */
    void expect() {
        waiting.expect();
    }

    void add(Map<String, Map<Object, Object>> bySubject, Instant at) {
        List<Object> values = new ArrayList<>();
        bySubject.forEach((subject, facts) ->
                Collections.addAll(values, subject, Timestamp.from(at), FactCodec.write(facts.values())));
        String rows = String.join(", ", Collections.nCopies(bySubject.size(), "(?, ?::timestamptz, ?::jsonb)"));
        waiting.add(TABLES, """
                        with added as (
                            insert into insight_fact (subject, at, facts) values %s returning subject
                        ) insert into insight_pending (subject) select subject from added""".formatted(rows), values.toArray());
    }

    /** All that is known of a subject, in the order in which it happened. */
    List<Recorded> of(String subject) {
        return of(List.of(subject)).getOrDefault(subject, List.of());
    }

    Map<String, List<Recorded>> of(Collection<String> subjects) {
        Map<String, List<Recorded>> found = new LinkedHashMap<>();
        jdbc.sql("select id, subject, facts from insight_fact where subject = any (?) order by id")
                .param(subjects.toArray(String[]::new))
                .query(row -> {
                    long id = row.getLong("id");
                    List<Recorded> facts = found.computeIfAbsent(row.getString("subject"), none -> new ArrayList<>());
                    FactCodec.read(row.getString("facts")).forEach(fact -> facts.add(new Recorded(id, fact)));
                });
        return found;
    }

    /**
     * Takes subjects that wait, each once; they wait again if the transaction fails.
     *
     * @param worker  from 0, of so many workers: a subject is always given to the same one
     */
    List<String> takePending(int most, int worker, int workers) {
        return jdbc.sql("""
                        with taken as (
                            delete from insight_pending where id in (
                                select id from insight_pending where abs(hashtext(subject)::bigint) % :workers = :worker
                                order by id limit :most for update skip locked)
                            returning subject
                        ) select distinct subject from taken order by subject""")
                .param("most", most)
                .param("worker", worker)
                .param("workers", workers)
                .query(String.class)
                .list();
    }

    boolean areMorePendingThan(int many) {
        return jdbc.sql("select exists (select from insight_pending offset ?)")
                .param(many)
                .query(Boolean.class)
                .single();
    }

    long pending() {
        return jdbc.sql("select count(*) from insight_pending")
                .query(Long.class)
                .single();
    }

    /** Lets every subject wait, as if nothing had been told of it. */
    void everythingIsPending() {
        jdbc.sql("insert into insight_pending (subject) select distinct subject from insight_fact order by subject")
                .update();
    }
}
