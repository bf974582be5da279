package io.careloop.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What owners changed and the release has otherwise. Their version stays until somebody decides against it. */
@Service
public class Deviations {

    private final ModelFiles files;
    private final RunningModels running;
    private final ModelDeployer deployer;
    private final JdbcClient jdbc;
    private final Clock clock;

    Deviations(ModelFiles files, RunningModels running, ModelDeployer deployer, JdbcClient jdbc, Clock clock) {
        this.files = files;
        this.running = running;
        this.deployer = deployer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All of them, in the order of their files. */
    public List<Deviation> all() {
        return files.all().stream().flatMap(file -> of(file).stream()).toList();
    }

    /** What the release does not have, by kind and in the order of their keys; nobody but the engine keeps it. */
    public List<Addition> additions() {
        return Stream.concat(running.diagramsAndTables().stream(), running.forms().stream())
                .filter(model -> released(model.kind(), model.key()).isEmpty())
                .map(model -> new Addition(model, running.originOf(model)))
                .toList();
    }

    /** Empty if it runs as the release has it, or if the release has none of this key. */
    public Optional<Deviation> find(ModelKind kind, String key) {
        return released(kind, key).flatMap(this::of);
    }

    /**
     * Puts the release's version in the place of the owner's, as a new version; cases that run stay on theirs.
     *
     * @param reason kept with the user and the time; not blank
     * @return whether there was anything to overtake
     */
    @Transactional
    public boolean overtake(ModelKind kind, String key, String user, String reason) {
        Optional<Deviation> deviation = find(kind, key);
        deviation.ifPresent(found -> {
            record(found, user, reason);
            deployer.overtake(found.released().name());
        });
        return deviation.isPresent();
    }

    /** The latest first. */
    public List<Overtaking> overtakings(int limit) {
        return jdbc.sql("""
                        select name, decided_by, decided_at, reason from engine_overtaking
                        order by decided_at desc, id desc limit ?""")
                .param(limit)
                .query((row, number) -> new Overtaking(
                        row.getString("name"),
                        row.getString("decided_by"),
                        row.getTimestamp("decided_at").toInstant(),
                        row.getString("reason")))
                .list();
    }

    private Optional<ModelFile> released(ModelKind kind, String key) {
        return files.all().stream()
                .filter(file -> file.key().equals(key)
                        && file.kind().filter(kind::equals).isPresent())
                .findFirst();
    }

    private Optional<Deviation> of(ModelFile released) {
        return running.find(released.kind().orElseThrow(), released.key()).flatMap(model -> {
            byte[] content = running.contentOf(model);
            return Arrays.equals(content, released.content())
                    ? Optional.empty()
                    : Optional.of(new Deviation(model, content, released, running.originOf(model)));
        });
    }

    private void record(Deviation deviation, String user, String reason) {
        jdbc.sql("""
                        insert into engine_overtaking
                            (name, owner_sha256, released_sha256, decided_by, decided_at, reason)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        deviation.released().name(),
                        ModelFile.sha256(deviation.owners()),
                        deviation.released().sha256(),
                        user,
                        Timestamp.from(clock.instant()),
                        reason.strip())
                .update();
    }
}
