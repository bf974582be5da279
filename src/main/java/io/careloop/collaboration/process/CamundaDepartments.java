package io.careloop.collaboration.process;

import io.careloop.cases.CaseReference;
import io.careloop.collaboration.Branch;
import io.careloop.collaboration.Branches;
import io.careloop.collaboration.Collaborations;
import io.careloop.collaboration.Collaborations.Outcome;
import io.careloop.collaboration.Departments;
import io.careloop.collaboration.Question;
import io.careloop.engine.SystemCalls;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class CamundaDepartments implements Departments {

    private final Collaborations collaborations;
    private final Branches branches;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final SystemCalls system;

    CamundaDepartments(
            Collaborations collaborations,
            Branches branches,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService jobs,
            SystemCalls system) {
        this.collaborations = collaborations;
        this.branches = branches;
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
        this.system = system;
    }

    @Override
    @Transactional
    public Outcome ask(CaseReference reference, List<Question> questions, boolean taskForce, String actor) {
        Outcome outcome = collaborations.ask(reference, questions, taskForce, actor);
        if (outcome instanceof Outcome.Asked asked) {
            system.run(() -> send(reference, asked, taskForce));
        }
        return outcome;
    }

    private void send(CaseReference reference, Outcome.Asked asked, boolean taskForce) {
        if (!asked.joined()) {
            runtime.createMessageCorrelation(CollaborationModel.Message.DEPARTMENTS_ASKED)
                    .processInstanceBusinessKey(reference.value())
                    .correlate();
            return;
        }
        for (Branch branch : asked.branches()) {
            String instance = runtime.createMessageCorrelation(CollaborationModel.Message.DEPARTMENT_ADDED)
                    .processInstanceBusinessKey(reference.value())
                    .setVariableToTriggeredScope(CollaborationModel.Variable.BRANCH_ID, branch.id())
                    .correlateWithResult()
                    .getExecution()
                    .getProcessInstanceId();
            if (taskForce) {
                runtime.setVariable(instance, CollaborationModel.Variable.TASK_FORCE, true);
            }
        }
    }

    @Override
    @Transactional
    public Optional<String> move(long branch, String department, String reason, String actor) {
        Optional<String> refusal = branches.move(branch, department, reason, actor);
        if (refusal.isEmpty()) {
            decided(branch, false);
        }
        return refusal;
    }

    @Override
    @Transactional
    public Optional<String> drop(long branch, String reason, String actor) {
        Optional<String> refusal = branches.drop(branch, reason, actor);
        if (refusal.isEmpty()) {
            decided(branch, true);
        }
        return refusal;
    }

    private void decided(long branch, boolean dropped) {
        system.run(() -> runtime.createMessageCorrelation(CollaborationModel.Message.COORDINATOR_DECIDED)
                .processInstanceBusinessKey(branches.get(branch).reference().value())
                .processInstanceVariableEquals(CollaborationModel.Variable.BRANCH_ID, branch)
                .setVariable(CollaborationModel.Variable.QUESTION_DROPPED, dropped)
                .correlate());
    }

    @Override
    @Transactional
    public Optional<String> extend(long branch, Duration more, String reason, String actor) {
        Optional<String> refusal = branches.extend(branch, more, reason, actor);
        if (refusal.isEmpty() && branches.get(branch).since() != null) {
            system.run(() -> moveTimers(branches.get(branch)));
        }
        return refusal;
    }

    /** Due date and timers of the task that the department has. */
    private void moveTimers(Branch branch) {
        Branches.Turn turn = branches.turn(branch.id());
        String instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey(CollaborationModel.QUESTION)
                .processInstanceBusinessKey(branch.reference().value())
                .variableValueEquals(CollaborationModel.Variable.BRANCH_ID, branch.id())
                .singleResult()
                .getId();
        runtime.setVariable(instance, CollaborationModel.Variable.BRANCH_DUE, Date.from(turn.dueAt()));
        runtime.setVariable(instance, CollaborationModel.Variable.BRANCH_HALF, Date.from(turn.halfAt()));
        tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(CollaborationModel.Task.ANSWER_QUESTION)
                .list()
                .forEach(task -> tasks.setDueDate(task.getId(), Date.from(turn.dueAt())));
        timer(instance, CollaborationModel.Task.HALF_OF_LIMIT)
                .ifPresent(job -> jobs.setJobDuedate(job.getId(), Date.from(turn.halfAt())));
        timer(instance, CollaborationModel.Task.LIMIT_OVER)
                .ifPresent(job -> jobs.setJobDuedate(job.getId(), Date.from(turn.dueAt())));
    }

    private Optional<Job> timer(String instance, String event) {
        return Optional.ofNullable(jobs.createJobQuery()
                .processInstanceId(instance)
                .activityId(event)
                .singleResult());
    }
}
