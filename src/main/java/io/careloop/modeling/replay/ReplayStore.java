package io.careloop.modeling.replay;

import io.careloop.modeling.replay.Replay.Count;
import io.careloop.modeling.replay.Replay.Kind;
import io.careloop.modeling.replay.Replay.State;
import io.careloop.modeling.replay.ReplayJob.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs on file. Each part is written in a transaction of its own, so that all see how far a run has come. */
@Repository
class ReplayStore {

    /** Runs say that they are alive more often than this, by the clock of the database. */
    private static final String SELECT = """
            select *, state in ('WAITING', 'RUNNING') and alive_at < clock_timestamp() - interval '2 minutes' as silent
            from modeling_replay""";

    private final JdbcTemplate jdbc;
    private final ReplayResults results;
    private final TransactionTemplate apart;

    ReplayStore(JdbcTemplate jdbc, ReplayResults results, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.results = results;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @return its id */
    long add(Kind kind, String subject, String file, String sha256, Period period, String by, Instant at) {
        return jdbc.queryForObject(
                """
                insert into modeling_replay (kind, subject, file, sha256, since, until, started_by, started_at, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING') returning id""",
                Long.class,
                kind.name(),
                subject,
                file,
                sha256,
                Timestamp.from(period.from()),
                Timestamp.from(period.until()),
                by,
                Timestamp.from(at));
    }

    void begin(long id, long total) {
        apart.executeWithoutResult(status -> jdbc.update(
                "update modeling_replay set state = 'RUNNING', total = ?, alive_at = clock_timestamp() where id = ?",
                total,
                id));
    }

    /** Those that wait behind others are alive as long as their runner is. */
    void stillAlive(List<Long> ids) {
        apart.executeWithoutResult(status ->
                jdbc.update("update modeling_replay set alive_at = clock_timestamp() where id = any (?)", (Object)
                        ids.toArray(Long[]::new)));
    }

    /**
     * Adds lines and how far it has come.
     *
     * @param firstNumber of the lines that are listed
     * @return whether it shall go on
     */
    boolean add(long id, List<Line> listed, long firstNumber, Map<Outcome, Long> counts) {
        return Boolean.TRUE.equals(apart.execute(status -> {
            results.add(id, listed, firstNumber);
            return jdbc.queryForList(
                            """
                            update modeling_replay set same = ?, changed = ?, moved = ?, lost = ?, failed = ?, unknown = ?,
                                alive_at = clock_timestamp()
                            where id = ? returning cancelled""",
                            Boolean.class,
                            counts.get(Outcome.SAME),
                            counts.get(Outcome.CHANGED),
                            counts.get(Outcome.MOVED),
                            counts.get(Outcome.LOST),
                            counts.get(Outcome.FAILED),
                            counts.get(Outcome.UNKNOWN),
                            id)
                    .equals(List.of(false));
        }));
    }

    void end(long id, State state, List<Count> counts, Instant at) {
        apart.executeWithoutResult(status -> {
            results.add(id, counts);
            jdbc.update(
                    "update modeling_replay set state = ?, ended_at = ? where id = ?",
                    state.name(),
                    Timestamp.from(at),
                    id);
        });
    }

    void cancel(long id) {
        jdbc.update("update modeling_replay set cancelled = true where id = ?", id);
    }

    boolean isCancelled(long id) {
        return !jdbc.queryForList("select cancelled from modeling_replay where id = ?", Boolean.class, id)
                .equals(List.of(false));
    }

    /** Removes all runs that are over but the newest. */
    void keep(int newest) {
        jdbc.update("""
                delete from modeling_replay where ended_at is not null and id not in (
                    select id from modeling_replay order by id desc limit ?)""", newest);
        jdbc.update("""
                delete from modeling_replay
                where ended_at is null and alive_at < clock_timestamp() - interval '1 day'""");
    }

    Optional<Replay> find(long id) {
        return jdbc.query(SELECT + " where id = ?", ReplayStore::replay, id).stream()
                .findFirst();
    }

    /** Of the runs of a changed diagram that came to their end, the one that could tell of the most cases. */
    Optional<Replay> mostToldOf(String sha256) {
        String query = SELECT + " where kind = 'DIAGRAM' and state = 'DONE' and sha256 = ?"
                + " order by same + changed + moved + lost + failed desc, id desc limit 1";
        return jdbc.query(query, ReplayStore::replay, sha256).stream().findFirst();
    }

    /** The newest first. */
    List<Replay> all() {
        return jdbc.query(SELECT + " order by id desc", (RowMapper<Replay>) ReplayStore::replay);
    }

    private static Replay replay(ResultSet row, int number) throws SQLException {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, row.getLong(outcome.code()));
        }
        Timestamp ended = row.getTimestamp("ended_at");
        return new Replay(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("file"),
                row.getString("sha256"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("until").toInstant(),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getBoolean("silent") ? State.INTERRUPTED : State.valueOf(row.getString("state")),
                row.getLong("total"),
                counts);
    }
}
