package io.careloop.modeling.version;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.engine.SystemCalls;
import io.careloop.modeling.version.Progress.CaseProgress;
import io.careloop.modeling.version.Progress.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves cases to another version of their diagram, one after the other in the background. */
@Service
public class Migrations {

    private static final TypeReference<Map<String, String>> PLACES = new TypeReference<>() {};
    private static final int RETRIES = 1;

    private final RuntimeService runtime;
    private final ManagementService management;
    private final Versions versions;
    private final SystemCalls system;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectMapper json;

    Migrations(
            RuntimeService runtime,
            ManagementService management,
            Versions versions,
            SystemCalls system,
            JdbcClient jdbc,
            Clock clock,
            ObjectMapper json) {
        this.runtime = runtime;
        this.management = management;
        this.versions = versions;
        this.system = system;
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    /**
     * @param cases  that were rehearsed and can be moved; at least one
     * @param reason kept with the user and the time; not blank
     * @return its number
     */
    @Transactional
    public long start(
            DiagramVersion from,
            DiagramVersion to,
            MigrationDraft draft,
            List<CaseMove> cases,
            String user,
            String reason) {
        Batch batch = system.ask(() -> runtime.newMigration(draft.plan())
                .processInstanceIds(cases.stream().map(CaseMove::instance).toList())
                .executeAsync());
        long id = jdbc.sql("""
                        insert into modeling_migration
                            (process_key, from_version, to_version, places, batch_id, started_by, started_at, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        from.model().key(),
                        from.number(),
                        to.number(),
                        written(draft.chosen()),
                        batch.getId(),
                        user,
                        Timestamp.from(clock.instant()),
                        reason.strip())
                .query(Long.class)
                .single();
        cases.forEach(one -> jdbc.sql(
                        "insert into modeling_migration_case (migration_id, instance_id, reference) values (?, ?, ?)")
                .params(id, one.instance(), one.reference())
                .update());
        return id;
    }

    public Optional<Migration> find(String key, long id) {
        return jdbc.sql("select * from modeling_migration where process_key = ? and id = ?")
                .params(key, id)
                .query((row, number) -> of(row))
                .optional();
    }

    /** The latest first. */
    public List<Migration> of(String key) {
        return jdbc.sql("select * from modeling_migration where process_key = ? order by id desc")
                .param(key)
                .query((row, number) -> of(row))
                .list();
    }

    public Progress progress(Migration migration) {
        List<Row> rows = rows(migration);
        return system.ask(() -> {
            Batch batch = batchOf(migration);
            if (batch == null) {
                return new Progress(
                        rows.stream().map(row -> row.at(State.MOVED, null)).toList(), true);
            }
            Set<String> moved = movedOf(migration, rows);
            List<Job> failed = failedOf(batch);
            return new Progress(
                    rows.stream().map(row -> progressOf(row, moved, failed)).toList(), false);
        });
    }

    /** Tries again what failed. */
    public void retry(Migration migration) {
        system.run(() -> Optional.ofNullable(batchOf(migration))
                .ifPresent(batch -> failedOf(batch).forEach(job -> management.setJobRetries(job.getId(), RETRIES))));
    }

    /** Leaves out what was not moved yet; those cases stay in their version. */
    @Transactional
    public void giveUp(Migration migration) {
        List<Row> rows = rows(migration);
        system.run(() -> Optional.ofNullable(batchOf(migration)).ifPresent(batch -> {
            Set<String> moved = movedOf(migration, rows);
            rows.stream()
                    .filter(row -> !moved.contains(row.instance()))
                    .forEach(row -> jdbc.sql(
                                    "update modeling_migration_case set left_out = true where migration_id = ? and instance_id = ?")
                            .params(migration.id(), row.instance())
                            .update());
            management.deleteBatch(batch.getId(), true);
        }));
    }

    private static CaseProgress progressOf(Row row, Set<String> moved, List<Job> failed) {
        if (moved.contains(row.instance())) {
            return row.at(State.MOVED, null);
        }
        return failed.stream()
                .map(Job::getExceptionMessage)
                .filter(message -> message.contains(row.instance()))
                .findFirst()
                .map(message -> row.at(State.FAILED, Obstacle.of(null, null, message)))
                .orElseGet(() -> row.at(State.WAITING, null));
    }

    private Set<String> movedOf(Migration migration, List<Row> rows) {
        String target = versions.find(migration.key(), migration.to())
                .map(DiagramVersion::id)
                .orElse("");
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionId(target)
                .processInstanceIds(rows.stream().map(Row::instance).collect(Collectors.toSet()))
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .collect(Collectors.toSet());
    }

    private Batch batchOf(Migration migration) {
        return management.createBatchQuery().batchId(migration.batchId()).singleResult();
    }

    private List<Job> failedOf(Batch batch) {
        return management
                .createJobQuery()
                .jobDefinitionId(batch.getBatchJobDefinitionId())
                .withException()
                .list();
    }

    private List<Row> rows(Migration migration) {
        return jdbc.sql("""
                        select instance_id, reference, left_out from modeling_migration_case
                        where migration_id = ? order by reference, instance_id""")
                .param(migration.id())
                .query((row, number) -> new Row(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list();
    }

    private Migration of(ResultSet row) throws SQLException {
        return new Migration(
                row.getLong("id"),
                row.getString("process_key"),
                row.getInt("from_version"),
                row.getInt("to_version"),
                read(row.getString("places")),
                row.getString("batch_id"),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant(),
                row.getString("reason"));
    }

    private String written(Map<String, String> places) {
        try {
            return json.writeValueAsString(places);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> read(String places) {
        try {
            return json.readValue(places, PLACES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Row(String instance, String reference, boolean leftOut) {

        CaseProgress at(State state, Obstacle obstacle) {
            return new CaseProgress(reference, leftOut ? State.LEFT_OUT : state, obstacle);
        }
    }
}
