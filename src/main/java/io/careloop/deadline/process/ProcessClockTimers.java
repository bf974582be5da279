package io.careloop.deadline.process;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.ClockTimers;
import io.careloop.deadline.DeadlineClock;
import io.careloop.engine.SystemCalls;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Writes variables, timers and task due dates of a moved clock together, so that no two of them ever differ. */
@Component
class ProcessClockTimers implements ClockTimers {

    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final TaskService tasks;
    private final HistoryService history;
    private final SystemCalls system;
    private final Clock time;

    /** Node by job definition: neither ever changes, and the node is not in the job itself. */
    private final Map<String, String> nodes = new ConcurrentHashMap<>();

    ProcessClockTimers(
            RuntimeService runtime,
            ManagementService jobs,
            TaskService tasks,
            HistoryService history,
            SystemCalls system,
            Clock time) {
        this.runtime = runtime;
        this.jobs = jobs;
        this.tasks = tasks;
        this.history = history;
        this.system = system;
        this.time = time;
    }

    @Override
    public void move(CaseReference reference, List<Move> moves) {
        system.run(() -> {
            moves.stream()
                    .collect(Collectors.groupingBy(Watch::of))
                    .forEach((watch, watched) ->
                            instancesOf(reference, watch).forEach(instance -> move(instance, watched)));
            moveTasks(reference, moves);
        });
    }

    /** The engine looks up the history of each variable that changes, and of its instance. */
    @Override
    public void prepare(Collection<CaseReference> references) {
        system.run(() -> {
            String[] instances = history
                    .createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKeyIn(
                            references.stream().map(CaseReference::value).toArray(String[]::new))
                    .unfinished()
                    .list()
                    .stream()
                    .map(HistoricProcessInstance::getId)
                    .toArray(String[]::new);
            if (instances.length > 0) {
                history.createHistoricVariableInstanceQuery()
                        .processInstanceIdIn(instances)
                        .disableBinaryFetching()
                        .disableCustomObjectDeserialization()
                        .list();
            }
        });
    }

    private void move(ProcessInstance instance, List<Move> moves) {
        Map<String, Object> variables = new HashMap<>();
        Map<String, Instant> due = new HashMap<>();
        for (Move move : moves) {
            DeadlineClock after = move.after();
            if (isDueMoved(move) && !after.kind().isLookedAtEarly()) {
                variables.put(DeadlineModel.dueVariable(after.kind()), Date.from(after.dueAt()));
            }
            if (!move.before().timerAt().equals(after.timerAt())) {
                variables.put(DeadlineModel.noticeVariable(after.kind()), Date.from(after.timerAt()));
            }
            due.put(DeadlineModel.noticeEvent(after.kind()), after.timerAt());
            due.put(DeadlineModel.deadlineEvent(after.kind()), move.releases() ? time.instant() : after.timerAt());
        }
        if (!variables.isEmpty()) {
            runtime.setVariables(instance.getId(), variables);
        }
        for (Job timer : timersOf(instance)) {
            Instant at = due.get(nodeOf(timer));
            if (at != null && !Date.from(at).equals(timer.getDuedate())) {
                jobs.setJobDuedate(timer.getId(), Date.from(at));
            }
        }
    }

    private void moveTasks(CaseReference reference, List<Move> moves) {
        Map<Instant, Instant> due = new HashMap<>();
        moves.stream()
                .filter(ProcessClockTimers::isDueMoved)
                .forEach(move -> due.put(
                        move.before().dueAt().truncatedTo(ChronoUnit.MILLIS),
                        move.after().dueAt()));
        if (due.isEmpty()) {
            return;
        }
        for (Task task : tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .list()) {
            Instant at =
                    task.getDueDate() == null ? null : due.get(task.getDueDate().toInstant());
            if (at != null) {
                tasks.setDueDate(task.getId(), Date.from(at));
            }
        }
    }

    private List<ProcessInstance> instancesOf(CaseReference reference, Watch watch) {
        ProcessInstanceQuery query = runtime.createProcessInstanceQuery()
                .processDefinitionKey(watch.process())
                .processInstanceBusinessKey(reference.value());
        return watch.subject().isEmpty()
                ? query.list()
                : query.variableValueEquals(DeadlineModel.SUBJECT, watch.subject())
                        .list();
    }

    private List<Job> timersOf(ProcessInstance instance) {
        return jobs.createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .list();
    }

    private String nodeOf(Job job) {
        return nodes.computeIfAbsent(
                job.getJobDefinitionId(),
                id -> jobs.createJobDefinitionQuery()
                        .jobDefinitionId(id)
                        .singleResult()
                        .getActivityId());
    }

    private static boolean isDueMoved(Move move) {
        return !move.before().dueAt().equals(move.after().dueAt());
    }

    /** Which instances watch a clock. */
    private record Watch(String process, String subject) {

        static Watch of(Move move) {
            return new Watch(move.process(), move.after().id().subject());
        }
    }
}
