package io.careloop.demo.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.SystemCalls;
import io.careloop.identity.Staff;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
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
    private static final String NOTE = "careloop.demo";

    /** More than what is due at the same instant. */
    private static final int TOGETHER = 30;

    private final TaskService tasks;
    private final FormService forms;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final RepositoryService repository;
    private final SystemCalls calls;
    private final Staff staff;

    /** By process instance. */
    private final Map<String, CaseReference> references = new HashMap<>();

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
     * @param groups   whose task it is, in the order of their names; empty if it is a person's
     * @param assignee null while nobody has it
     */
    public record Work(String id, String activity, List<String> groups, String assignee) {}

    /**
     * Something that the engine does at its time.
     *
     * @param at        when it was made, if it is due at once
     * @param reference null if it is not about a case
     */
    public record Timer(String id, Instant at, CaseReference reference) {}

    /** The open tasks of a case whose ids are {@code wanted}. */
    public List<Work> tasksOf(CaseReference reference, Predicate<String> wanted) {
        return tasks.createTaskQuery().processInstanceBusinessKey(reference.value()).list().stream()
                .filter(task -> wanted.test(task.getId()))
                .map(this::work)
                .sorted(Comparator.comparing(Work::activity)
                        .thenComparing(work -> work.groups().toString()))
                .toList();
    }

    /** The task as it stands now; empty if it is done. */
    public Optional<Work> find(String id) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(id).singleResult())
                .map(this::work);
    }

    private Work work(Task task) {
        List<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return new Work(task.getId(), task.getTaskDefinitionKey(), groups, task.getAssignee());
    }

    /**
     * What the engine does next for any case, before {@code end}; empty if there is nothing, or only what has failed for
     * good. Of the same instant it is what has the lower reference, so that each play goes the same way.
     */
    public Optional<Timer> nextTimer(Instant end) {
        List<Job> due = management
                .createJobQuery()
                .active()
                .withRetriesLeft()
                .duedateLowerThan(Date.from(end))
                .orderByJobDuedate()
                .asc()
                .listPage(0, TOGETHER);
        return due.stream()
                .filter(job -> dueOf(job).equals(dueOf(due.get(0))))
                .map(job -> new Timer(job.getId(), dueOf(job), referenceOf(job)))
                .min(Comparator.comparing(timer -> String.valueOf(timer.reference())));
    }

    private static Instant dueOf(Job job) {
        return job.getDuedate().toInstant();
    }

    private CaseReference referenceOf(Job job) {
        return job.getProcessInstanceId() == null
                ? null
                : references.computeIfAbsent(
                        job.getProcessInstanceId(),
                        id -> CaseReference.of(runtime.createProcessInstanceQuery()
                                .processInstanceId(id)
                                .singleResult()
                                .getBusinessKey()));
    }

    /** Lets the engine do it. */
    public void fire(Timer timer) {
        management.executeJob(timer.id());
    }

    /** @return whether the user has the task now: the rules may refuse them */
    public boolean take(Work work, String user) {
        return work.assignee() != null || allowed(work, user, () -> tasks.claim(work.id(), user));
    }

    /** @return whether it is done: the form may refuse what was filled in */
    public boolean submit(Work work, String user, Map<String, Object> fields) {
        return allowed(work, user, () -> forms.submitTaskForm(work.id(), fields));
    }

    private boolean allowed(Work work, String user, Runnable call) {
        try {
            calls.askAs(user, staff.groupsOf(user), () -> {
                call.run();
                return null;
            });
            return true;
        } catch (RuntimeException refused) {
            LOG.debug("{} could not work on {}: {}", user, work.activity(), refused.getMessage());
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

    /** What was noted of the demonstration in this database; empty if nothing ever was. */
    public Optional<String> noted() {
        return Optional.ofNullable(management.getProperties().get(NOTE));
    }

    public void note(String state) {
        management.setProperty(NOTE, state);
    }
}
