package io.careloop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.StaticMessageSource;

/** Nobody gets a task that a rule forbids: here one that lets nobody review who handled the case. */
class AssignmentRuleTests {

    private static final AssignmentRule HANDLER_DOES_NOT_REVIEW =
            assignment -> assignment.taskKey().equals("Activity_Review")
                            && assignment.businessKey().equals("C-1")
                            && assignment.user().equals("handler")
                    ? Optional.of("test.handled")
                    : Optional.empty();

    private ProcessEngine engine;
    private TaskService tasks;
    private String task;

    @BeforeEach
    void startEngine() {
        StaticMessageSource sentences = new StaticMessageSource();
        sentences.setUseCodeAsDefaultMessage(true);
        Refusals refusals = new Refusals(sentences);
        StaffRights everything = mock(StaffRights.class);
        when(everything.mayAssign(any())).thenReturn(true);
        when(everything.mayRepair(any())).thenReturn(true);
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("rule", HANDLER_DOES_NOT_REVIEW));
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:rules-" + System.nanoTime());
        configuration.setProcessEngineName("rules-" + System.nanoTime());
        configuration.setEnforceHistoryTimeToLive(false);
        configuration
                .getProcessEnginePlugins()
                .add(new GuardPlugin(
                        everything,
                        new AssignmentRules(beans.getBeanProvider(AssignmentRule.class), refusals),
                        beans.getBeanProvider(StandIns.class),
                        beans.getBeanProvider(Restrictions.class),
                        refusals));
        engine = configuration.buildProcessEngine();
        tasks = engine.getTaskService();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "review.bpmn",
                        Bpmn.createExecutableProcess("review")
                                .startEvent()
                                .userTask("Activity_Review")
                                .endEvent()
                                .done())
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey("review", "C-1");
        task = tasks.createTaskQuery().singleResult().getId();
        engine.getIdentityService().setAuthentication("handler", List.of());
    }

    @AfterEach
    void stopEngine() {
        engine.close();
    }

    @Test
    void noRoadLeadsPastARuleWhateverRightsOneHas() {
        refused(() -> tasks.claim(task, "handler"));
        refused(() -> tasks.setAssignee(task, "handler"));
        refused(() -> tasks.delegateTask(task, "handler"));
        refused(() -> tasks.addUserIdentityLink(task, "handler", "assignee"));
        refused(() -> {
            Task changed = tasks.createTaskQuery().singleResult();
            changed.setAssignee("handler");
            tasks.saveTask(changed);
        });
        refused(() -> tasks.complete(task));
        refused(() -> engine.getFormService().submitTaskForm(task, Map.of()));
        assertThat(tasks.createTaskQuery().singleResult().getAssignee()).isNull();
    }

    @Test
    void othersGetTheTaskAndCompleteIt() {
        tasks.setAssignee(task, "reviewer");
        tasks.setAssignee(task, null);
        engine.getIdentityService().setAuthentication("reviewer", List.of());
        tasks.claim(task, "reviewer");
        tasks.complete(task);

        assertThat(tasks.createTaskQuery().count()).isZero();
    }

    private static void refused(Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOf(AuthorizationException.class)
                .hasMessage("refusal.test.handled");
    }
}
