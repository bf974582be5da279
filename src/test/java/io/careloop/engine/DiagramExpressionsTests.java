package io.careloop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.careloop.support.CareloopTest;
import io.careloop.support.ScratchModels;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Diagrams that came into the engine past the checks, as they might have before there were any. */
@CareloopTest
class DiagramExpressionsTests {

    private static final String KEY = "expression-at-run-time";

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    private Deployment deployment;

    @AfterEach
    void forget() {
        if (deployment != null) {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${dataSource}                                       | Cannot resolve identifier 'dataSource'",
                "${environment.systemProperties}                     | Cannot resolve identifier 'environment'",
                "${closeCaseDelegate.execute(execution)}             | may not call \"execute\"",
                "${closeCaseDelegate.closing}                        | may not read \"closing\"",
                "${execution.processEngineServices}                  | may not read \"processEngineServices\"",
                "${execution.setVariable('solved', true)}            | may not call \"setVariable\"",
                "${word.class}                                       | may not read \"class\"",
                "${word.getClass().forName('java.lang.Runtime')}     | may not call \"getClass\""
            })
    void anExpressionReachesNothingOffTheList(String expression, String refusal) {
        deploy(withInput(expression));

        assertThatThrownBy(() -> runtime.startProcessInstanceByKey(KEY, Map.of("word", "yes")))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining(refusal);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(KEY)
                        .count())
                .isZero();
    }

    @Test
    void variablesAndWhatIsOnTheListAreRead() {
        deploy(withInput("${word} ${list[0]} ${now() != null} ${execution.processBusinessKey}"));

        ProcessInstance instance = runtime.startProcessInstanceByKey(
                KEY, "R-1", Map.of("word", "yes", "list", new java.util.ArrayList<>(java.util.List.of("first"))));

        String task = tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
        assertThat(tasks.getVariable(task, "read")).isEqualTo("yes first true R-1");
    }

    @Test
    void aFunctionOffTheListIsNotEvenDeployed() {
        assertThatThrownBy(() -> deploy(withInput("${dateTime()}"))).hasMessageContaining("dateTime");
    }

    @Test
    void neitherAScriptNorAClassRuns() {
        BpmnModelInstance script = start().scriptTask("Activity_Script")
                .scriptFormat("juel")
                .scriptText("${1}")
                .endEvent()
                .done();
        BpmnModelInstance type = start().serviceTask("Activity_Class")
                .camundaClass("java.util.Date")
                .endEvent()
                .done();

        assertThatThrownBy(() -> deploy(script)).hasMessageContaining("Scripts are not run");
        deploy(type);
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey(KEY)).hasMessageContaining("java.util.Date");
    }

    private static BpmnModelInstance withInput(String expression) {
        return start().userTask("Activity_Ask")
                .camundaInputParameter("read", expression)
                .endEvent()
                .done();
    }

    private static org.camunda.bpm.model.bpmn.builder.StartEventBuilder start() {
        return Bpmn.createExecutableProcess(KEY)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent();
    }

    private void deploy(BpmnModelInstance diagram) {
        deployment = ScratchModels.unchecked(() -> repository
                .createDeployment()
                .addModelInstance(KEY + ".bpmn", diagram)
                .deploy());
    }
}
