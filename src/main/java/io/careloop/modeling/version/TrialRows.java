package io.careloop.modeling.version;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.engine.WaitingWrites;
import io.careloop.modeling.version.Trial.Ending;
import io.careloop.modeling.version.Trial.Result;
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

/** Trials in the database. */
@Repository
class TrialRows {

    private static final TypeReference<Map<CaseProperty, String>> GROUP = new TypeReference<>() {};
    private static final Set<String> CASES = Set.of("modeling_trial_case");
    private static final String INSERT_CASE = """
            insert into modeling_trial_case (trial_id, instance_id, reference, on_trial, begun_at)
            values (?, ?, ?, ?, ?)""";

    private final JdbcClient jdbc;
    private final WaitingWrites waiting;
    private final ObjectMapper json;

    TrialRows(JdbcClient jdbc, WaitingWrites waiting, ObjectMapper json) {
        this.jdbc = jdbc;
        this.waiting = waiting;
        this.json = json;
    }

    /** Those that nobody has ended yet. */
    List<Trial> running() {
        return jdbc.sql("select * from modeling_trial where ended_at is null")
                .query((row, number) -> of(row))
                .list();
    }

    /** The latest first. */
    List<Trial> of(String key) {
        return jdbc.sql("select * from modeling_trial where process_key = ? order by id desc")
                .param(key)
                .query((row, number) -> of(row))
                .list();
    }

    Optional<Trial> find(String key, long id) {
        return of(key).stream().filter(trial -> trial.id() == id).findFirst();
    }

    /** Empty if another one runs. */
    Optional<Long> insert(TrialRequest request, String user, Instant now) {
        return jdbc.sql("""
                        insert into modeling_trial (process_key, version, rest_version, percent, case_group, ends_at,
                            started_by, started_at, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (process_key) where ended_at is null do nothing returning id""")
                .params(
                        request.version().model().key(),
                        request.version().number(),
                        request.rest().number(),
                        request.percent(),
                        written(request.group()),
                        Timestamp.from(request.endsAt()),
                        user,
                        Timestamp.from(now),
                        request.reason().strip())
                .query(Long.class)
                .optional();
    }

    /** Whether it was still running. */
    boolean end(Trial trial, Ending ending) {
        return jdbc.sql("""
                        update modeling_trial set ending = ?, ended_by = ?, ended_at = ?, ending_reason = ?
                        where id = ? and ended_at is null""")
                        .params(
                                ending.result().name(),
                                ending.by(),
                                Timestamp.from(ending.at()),
                                ending.reason(),
                                trial.id())
                        .update()
                > 0;
    }

    /** Nobody waits for it. */
    void insertCase(Trial trial, String instance, String reference, boolean onTrial, Instant now) {
        waiting.add(CASES, INSERT_CASE, trial.id(), instance, reference, onTrial, Timestamp.from(now));
    }

    /** How many cases, or what is none yet, began in the version on trial, or beside it. */
    long count(Trial trial, boolean onTrial) {
        return jdbc.sql("""
                        select count(distinct coalesce(reference, instance_id)) from modeling_trial_case
                        where trial_id = ? and on_trial = ?""").params(trial.id(), onTrial).query(Long.class).single();
    }

    private Trial of(ResultSet row) throws SQLException {
        String ending = row.getString("ending");
        return new Trial(
                row.getLong("id"),
                row.getString("process_key"),
                row.getInt("version"),
                row.getInt("rest_version"),
                row.getInt("percent"),
                read(row.getString("case_group")),
                row.getTimestamp("ends_at").toInstant(),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant(),
                row.getString("reason"),
                ending == null
                        ? null
                        : new Ending(
                                Result.valueOf(ending),
                                row.getString("ended_by"),
                                row.getTimestamp("ended_at").toInstant(),
                                row.getString("ending_reason")));
    }

    private String written(Map<CaseProperty, String> group) {
        try {
            return json.writeValueAsString(group);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<CaseProperty, String> read(String group) {
        try {
            return json.readValue(group, GROUP);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
