package io.careloop.engine;

import java.io.ByteArrayInputStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deploys what the release brings, as one deployment so that a diagram finds its forms and tables in it, and only if
 * something differs from what runs. A version that an owner deployed is carried on unchanged until somebody decides
 * otherwise, by {@link Deviations} or by the setting {@code careloop.engine.deployment.overtake}.
 */
@Component
class ModelDeployer implements SmartInitializingSingleton {

    static final String DEPLOYMENT = "careloop";

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployer.class);

    private final ModelFiles files;
    private final RunningModels running;
    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Set<String> overtake;

    ModelDeployer(
            ModelFiles files,
            RunningModels running,
            RepositoryService repository,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock,
            DeploymentProperties properties) {
        this.files = files;
        this.running = running;
        this.repository = repository;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.overtake = properties.overtake();
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> deploy(files.all()));
    }

    /** Deploys the release's version of one file in place of an owner's; all other files stay as they run. */
    void overtake(String name) {
        deploy(files.all(), Set.of(name));
    }

    void deploy(List<ModelFile> released) {
        deploy(released, Set.of());
    }

    /** @param decided names of files whose release version is wanted now */
    private void deploy(List<ModelFile> released, Set<String> decided) {
        // one node at a time, so that two that start together make one version
        jdbc.sql("lock table engine_released_resource in exclusive mode").update();
        List<ModelFile> wanted = new ArrayList<>();
        boolean changed = false;
        for (ModelFile file : released) {
            Optional<byte[]> runs = running.contentOf(file);
            ModelFile chosen = decided.contains(file.name())
                    ? file
                    : runs.map(content -> choose(file, content)).orElse(file);
            changed |= runs.map(content -> !ModelFile.sha256(content).equals(chosen.sha256()))
                    .orElse(true);
            wanted.add(chosen);
        }
        released.forEach(this::remember);
        if (changed) {
            deployAll(wanted);
        }
    }

    private ModelFile choose(ModelFile released, byte[] runs) {
        boolean ours = ModelFile.sha256(runs).equals(released.sha256()) || wasReleased(released, runs);
        if (ours || overtake.contains(released.key())) {
            return released;
        }
        LOG.warn(
                "{} runs in a version that an owner deployed; it stays. Whether this release's version takes its place is"
                        + " decided on /modeling, or by careloop.engine.deployment.overtake={}",
                released.name(),
                released.key());
        return released.withContent(runs);
    }

    private void deployAll(List<ModelFile> wanted) {
        DeploymentBuilder deployment =
                repository.createDeployment().name(DEPLOYMENT).source(DEPLOYMENT);
        wanted.forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        deployment.deploy();
        LOG.info("Deployed {} diagrams, tables and forms", wanted.size());
    }

    private boolean wasReleased(ModelFile file, byte[] content) {
        return jdbc.sql("select count(*) from engine_released_resource where name = ? and sha256 = ?")
                        .params(file.name(), ModelFile.sha256(content))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void remember(ModelFile file) {
        jdbc.sql("""
                        insert into engine_released_resource (name, sha256, released_at) values (?, ?, ?)
                        on conflict do nothing""")
                .params(file.name(), file.sha256(), Timestamp.from(clock.instant()))
                .update();
    }
}
