package io.careloop.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.support.CareloopTest;
import io.careloop.support.ScratchModels;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CareloopTest
class ModelDeployerTests {

    @Autowired
    ModelDeployer deployer;

    @Autowired
    ModelFiles files;

    @Autowired
    RunningModels running;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    final String first = "deployer-" + UUID.randomUUID();
    final String second = "deployer-" + UUID.randomUUID();

    @Test
    void namesOfModelsAreTheirPathsWhereverTheyComeFrom() {
        assertThat(files.all())
                .extracting(ModelFile::name)
                .contains("processes/resolution/service-request.bpmn", "forms/resolution/resolution-get-answer.form")
                .allMatch(name -> name.startsWith("processes/") || name.startsWith("forms/"));
    }

    @Test
    void aSecondStartMakesNoVersionAtAll() {
        long deployments = repository.createDeploymentQuery().count();

        deployer.afterSingletonsInstantiated();

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
    }

    @Test
    void aChangedDiagramIsDeployedTogetherWithTheOthers() {
        release(diagram(first, "one"), diagram(second, "one"));
        release(diagram(first, "two"), diagram(second, "one"));

        assertThat(version(first)).isEqualTo(2);
        assertThat(version(second)).isEqualTo(2);
    }

    @Test
    void aVersionThatAnOwnerDeployedStaysWhenTheReleaseChanges() {
        release(diagram(first, "one"), diagram(second, "one"));
        ownerDeploys(diagram(first, "the owner's"));

        release(diagram(first, "two"), diagram(second, "two"));

        assertThat(name(first)).isEqualTo("the owner's");
        assertThat(name(second)).isEqualTo("two");
    }

    @Test
    void aStartAfterAnOwnersDeploymentMakesNoVersion() {
        release(diagram(first, "one"));
        ownerDeploys(diagram(first, "the owner's"));

        release(diagram(first, "one"));

        assertThat(version(first)).isEqualTo(2);
        assertThat(name(first)).isEqualTo("the owner's");
    }

    @Test
    void anOwnersVersionIsReplacedOnceThatIsDecided() {
        release(diagram(first, "one"));
        ownerDeploys(diagram(first, "the owner's"));

        var decided = new ModelDeployer(
                files, running, repository, jdbc, transaction, clock, new DeploymentProperties(Set.of(first)));
        ScratchModels.unchecked(() -> transaction.execute(status -> {
            decided.deploy(List.of(diagram(first, "two")));
            return first;
        }));

        assertThat(name(first)).isEqualTo("two");
    }

    private void release(ModelFile... models) {
        ScratchModels.unchecked(() -> transaction.execute(status -> {
            deployer.deploy(List.of(models));
            return models;
        }));
    }

    private void ownerDeploys(ModelFile model) {
        ScratchModels.unchecked(() -> repository
                .createDeployment()
                .source("Camunda Modeler")
                .addInputStream(model.key() + ".bpmn", new ByteArrayInputStream(model.content()))
                .deploy());
    }

    private int version(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private String name(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getName();
    }

    private static ModelFile diagram(String key, String name) {
        String xml = """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions" targetNamespace="test">
                  <process id="%s" name="%s" isExecutable="true" camunda:historyTimeToLive="1">
                    <startEvent id="Event_Start" />
                  </process>
                </definitions>
                """.formatted(key, name);
        return new ModelFile("processes/test/" + key + ".bpmn", xml.getBytes(StandardCharsets.UTF_8));
    }
}
