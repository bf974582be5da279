package io.careloop.deadline.process;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.ClockTimers;
import io.careloop.deadline.DeadlineClock;
import io.careloop.engine.InstanceTimers;
import io.careloop.engine.SystemCalls;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Writes variables, timers and task due dates of a moved clock together, so that no two of them ever differ. */
@Component
class ProcessClockTimers implements ClockTimers {

    private final InstanceTimers timers;
    private final TaskService tasks;
    private final SystemCalls system;
    private final Clock time;

    ProcessClockTimers(InstanceTimers timers, TaskService tasks, SystemCalls system, Clock time) {
        this.timers = timers;
        this.tasks = tasks;
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

    @Override
    public void prepare(Collection<CaseReference> references) {
        system.run(() ->
                timers.prepare(references.stream().map(CaseReference::value).toList()));
    }

    private void move(String instance, List<Move> moves) {
        Map<String, Date> variables = new HashMap<>();
        Map<String, Date> due = new HashMap<>();
        for (Move move : moves) {
            DeadlineClock after = move.after();
            if (isDueMoved(move) && !after.kind().isLookedAtEarly()) {
                variables.put(DeadlineModel.dueVariable(after.kind()), Date.from(after.dueAt()));
            }
            if (!move.before().timerAt().equals(after.timerAt())) {
                variables.put(DeadlineModel.noticeVariable(after.kind()), Date.from(after.timerAt()));
            }
            due.put(DeadlineModel.noticeEvent(after.kind()), Date.from(after.timerAt()));
            due.put(
                    DeadlineModel.deadlineEvent(after.kind()),
                    Date.from(move.releases() ? time.instant() : after.timerAt()));
        }
        if (!variables.isEmpty()) {
            timers.set(instance, variables);
        }
        timers.move(instance, due);
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
        for (Task task : timers.tasksOf(reference.value())) {
            Instant at =
                    task.getDueDate() == null ? null : due.get(task.getDueDate().toInstant());
            if (at != null) {
                tasks.setDueDate(task.getId(), Date.from(at));
            }
        }
    }

    private List<String> instancesOf(CaseReference reference, Watch watch) {
        return watch.subject().isEmpty()
                ? timers.instancesOf(watch.process(), reference.value())
                : timers.instancesOf(watch.process(), reference.value(), DeadlineModel.SUBJECT, watch.subject());
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
