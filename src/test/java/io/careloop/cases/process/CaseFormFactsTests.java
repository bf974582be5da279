package io.careloop.cases.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.Channel;
import io.careloop.cases.ContactDetails;
import io.careloop.cases.NewCase;
import io.careloop.cases.Urgency;
import io.careloop.support.CareloopTest;
import io.careloop.support.ScratchModels;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CareloopTest
class CaseFormFactsTests {

    private static final String FORM = """
            {"id": "%s", "type": "default", "schemaVersion": 16,
             "components": [{"type": "text", "id": "Text_Customer", "text": "{{customer}}"}]}""";

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Autowired
    CaseFiles cases;

    private String deployment;
    private Task task;
    private CaseFile file;

    @BeforeEach
    void aTaskOfACaseIsOpen() {
        String key = "facts-" + UUID.randomUUID();
        BpmnModelInstance model = Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask("Activity_Read")
                .camundaCandidateGroups("readers")
                .endEvent()
                .done();
        UserTask userTask = model.getModelElementById("Activity_Read");
        userTask.setCamundaFormRef(key);
        userTask.setCamundaFormRefBinding("deployment");
        deployment = ScratchModels.unchecked(() -> repository
                        .createDeployment()
                        .addModelInstance(key + ".bpmn", model)
                        .addString(key + ".form", FORM.formatted(key))
                        .deploy())
                .getId();
        file = cases.register(new NewCase(
                Channel.API,
                new ContactDetails("Ann", "ann-" + UUID.randomUUID() + "@example.org", null, Locale.ENGLISH),
                "Late",
                "My order <b>has</b> not arrived",
                Urgency.HIGH,
                null,
                "Restarted",
                null,
                "agent",
                null));
        runtime.startProcessInstanceByKey(
                key, file.reference().value(), Map.of("customer", "[typed](https://example.org)", "outcome", "yes"));
        task = tasks.createTaskQuery().processDefinitionKey(key).singleResult();
    }

    @AfterEach
    void tidyUp() {
        identity.clearAuthentication();
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void aFormGetsTheFactsOfItsCaseBesideTheVariablesAndAFactWins() {
        VariableMap shown = forms.getTaskFormVariables(task.getId());

        assertThat(shown)
                .containsEntry("reference", file.reference().value())
                .containsEntry("outcome", "yes")
                .containsEntry("triedSteps", "Restarted")
                .containsEntry("deskLink", "/desk/cases/" + file.reference());
        assertThat((String) shown.get("customer")).startsWith("Ann · ann&#45;");
        assertThat((String) shown.get("request")).doesNotContain("<b>").contains("&#60;b&#62;has");
    }

    @Test
    void onlyTheFactsAskedForAreGiven() {
        assertThat(forms.getTaskFormVariables(task.getId(), List.of("reference"), false))
                .containsOnlyKeys("reference");
    }

    @Test
    void factsAreNeverStored() {
        forms.getTaskFormVariables(task.getId());
        forms.submitTaskForm(task.getId(), Map.of("outcome", "no"));

        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .list())
                .extracting("name")
                .containsExactlyInAnyOrder("customer", "outcome");
    }

    @Test
    void whoeverMayNotReadTheTaskGetsNoFacts() {
        identity.setAuthentication("stranger", List.of("strangers"));

        assertThatThrownBy(() -> forms.getTaskFormVariables(task.getId())).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void aMemberOfTheTasksGroupGetsThem() {
        identity.setAuthentication("reader", List.of("readers"));

        assertThat(forms.getTaskFormVariables(task.getId()))
                .containsEntry("reference", file.reference().value());
    }
}
