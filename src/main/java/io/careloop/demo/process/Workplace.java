package io.careloop.demo.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.SystemCalls;
import io.careloop.identity.Staff;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The tasks and timers of a case. Who works on a task does so signed in, through its form, and under all guards. */
@Component
@Profile("demo")
public class Workplace {

    private static final Logger LOG = LoggerFactory.getLogger(Workplace.class);
    private static final String PHONE_INTAKE = "phone-intake";

    private final TaskService tasks;
    private final FormService forms;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final RepositoryService repository;
    private final SystemCalls calls;
    private final Staff staff;

    Workplace(
            TaskService tasks,
            FormService forms,
            RuntimeService runtime,
            ManagementService management,
            RepositoryService repository,
            SystemCalls calls,
            Staff staff) {
        this.tasks = tasks;
        this.forms = forms;
        this.runtime = runtime;
        this.management = management;
        this.repository = repository;
        this.calls = calls;
        this.staff = staff;
    }

    /**
     * An open task.
     *
     * @param group    whose task it is; null if it is a person's
     * @param assignee null while nobody has it
     */
    public record Work(String id, String activity, String group, String assignee) {}

    /** Something that the engine does at its time. */
    public record Timer(String id, Instant at) {}

    /** The open tasks of a case whose ids are {@code wanted}. */
    public List<Work> tasksOf(CaseReference reference, Predicate<String> wanted) {
        return tasks.createTaskQuery().processInstanceBusinessKey(reference.value()).list().stream()
                .filter(task -> wanted.test(task.getId()))
                .map(this::work)
                .sorted(Comparator.comparing(Work::activity).thenComparing(work -> String.valueOf(work.group())))
                .toList();
    }

    /** The task as it stands now; empty if it is done. */
    public Optional<Work> find(String id) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(id).singleResult())
                .map(this::work);
    }

    private Work work(Task task) {
        String group = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(id -> id != null)
                .sorted()
                .findFirst()
                .orElse(null);
        return new Work(task.getId(), task.getTaskDefinitionKey(), group, task.getAssignee());
    }

    /** What the engine is going to do for a case, earliest first; what is due at once has the time {@code now}. */
    public List<Timer> timersOf(CaseReference reference, Instant now) {
        Set<String> instances =
                runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference.value()).list().stream()
                        .map(Execution::getProcessInstanceId)
                        .collect(Collectors.toSet());
        if (instances.isEmpty()) {
            return List.of();
        }
        return management.createJobQuery().processInstanceIds(instances).list().stream()
                .map(job -> new Timer(job.getId(), dueOf(job, now)))
                .sorted(Comparator.comparing(Timer::at))
                .toList();
    }

    private static Instant dueOf(Job job, Instant now) {
        Date due = job.getDuedate();
        return due == null ? now : due.toInstant();
    }

    /** Lets the engine do what is due, unless that was put off or is no longer to be done. */
    public void fire(Timer timer) {
        Job job = management.createJobQuery().jobId(timer.id()).singleResult();
        if (job != null && !dueOf(job, timer.at()).isAfter(timer.at())) {
            management.executeJob(job.getId());
        }
    }

    /** @return whether it was taken: the rules may refuse the user, or the form what was filled in */
    public boolean submit(Work work, String user, Map<String, Object> fields) {
        try {
            calls.askAs(user, staff.groupsOf(user), () -> {
                if (work.assignee() == null) {
                    tasks.claim(work.id(), user);
                }
                forms.submitTaskForm(work.id(), fields);
                return null;
            });
            return true;
        } catch (RuntimeException refused) {
            LOG.debug("{} could not complete {}: {}", user, work.activity(), refused.getMessage());
            return false;
        }
    }

    /** Takes a call down; the case belongs to whoever took it. */
    public CaseReference takeCall(String user, Map<String, Object> fields) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(PHONE_INTAKE)
                .latestVersion()
                .singleResult()
                .getId();
        ProcessInstance call = calls.askAs(user, staff.groupsOf(user), () -> forms.submitStartForm(definition, fields));
        return CaseReference.of(call.getBusinessKey());
    }
}
