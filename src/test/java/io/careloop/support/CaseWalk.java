package io.careloop.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.engine.MovableClock;
import io.careloop.intake.Registrations;
import io.careloop.resolution.ServiceRequests;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Leads a case through the product's own services and tasks to the point that a test is about. */
@Component
public class CaseWalk {

    private final Registrations registrations;
    private final CaseFiles cases;
    private final ServiceRequests requests;
    private final TaskService tasks;
    private final FormService forms;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final MovableClock clock;

    CaseWalk(
            Registrations registrations,
            CaseFiles cases,
            ServiceRequests requests,
            TaskService tasks,
            FormService forms,
            RuntimeService runtime,
            ManagementService management,
            MovableClock clock) {
        this.registrations = registrations;
        this.cases = cases;
        this.requests = requests;
        this.tasks = tasks;
        this.forms = forms;
        this.runtime = runtime;
        this.management = management;
        this.clock = clock;
    }

    /** A request in the customer's words, registered and acknowledged. */
    public CaseReference registered(String contact, String description) {
        return registered(contact, description, "en");
    }

    /** The same in another language. */
    public CaseReference registered(String contact, String description, String language) {
        Registrations.Registration registration = registrations.register(
                new Registrations.Request(
                        Channel.API,
                        contact,
                        "Lin Customer",
                        null,
                        description,
                        null,
                        null,
                        null,
                        null,
                        Locale.forLanguageTag(language),
                        null,
                        List.of()),
                null);
        return ((Registrations.Registration.Registered) registration).reference();
    }

    /** Classified by the tables; it waits for the analysis. */
    public CaseReference triaged(String contact, String description) {
        CaseReference reference = registered(contact, description);
        runJob(reference, "Activity_ReadRequest");
        return reference;
    }

    /** The problem is clear; it waits for a proposal. */
    public CaseReference analysed(String contact, String description) {
        CaseReference reference = triaged(contact, description);
        submit(
                reference,
                "Activity_AnalyseRequest",
                Map.of("problemText", "The parcel is lost", "problemClear", "yes"));
        return reference;
    }

    /** A solution is proposed; it waits for the customer. */
    public CaseReference proposed(String contact, String description) {
        CaseReference reference = analysed(contact, description);
        propose(reference, "We send a new one by courier");
        return reference;
    }

    public void propose(CaseReference reference, String solution) {
        submit(
                reference,
                "Activity_ProposeSolution",
                Map.of(
                        "solutionText",
                        solution,
                        "finishDateText",
                        today().plusDays(2).toString()));
    }

    /** The solution is accepted and in place; it waits for the customer to say that it works. */
    public CaseReference implemented(String contact, String description) {
        CaseReference reference = proposed(contact, description);
        answer(reference, true, null);
        implement(reference);
        return reference;
    }

    public void implement(CaseReference reference) {
        submit(
                reference,
                "Activity_PlanImplementation",
                Map.of(
                        "actionText",
                        "Send a new one",
                        "implementerText",
                        "",
                        "finishDateText",
                        today().plusDays(1).toString(),
                        "resourcesReady",
                        true));
        submit(
                reference,
                "Activity_ImplementSolution",
                Map.of("doneText", "A new one was delivered", "causeText", "delivery-late"));
    }

    /** The effect is confirmed; it waits for the time of the follow-up call. */
    public CaseReference resolved(String contact, String description) {
        CaseReference reference = implemented(contact, description);
        answer(reference, true, null);
        return reference;
    }

    /** Called, and still solved: closed. */
    public CaseReference closed(String contact, String description) {
        CaseReference reference = resolved(contact, description);
        call(reference, Map.of("outcomeText", "solved", "noteText", "all fine", "wordText", "convenient"));
        return reference;
    }

    /** Lets the time of the follow-up call come and completes it. */
    public void call(CaseReference reference, Map<String, Object> outcome) {
        runJob(reference, "Event_TimeToCall");
        submit(reference, "Activity_CallCustomer", outcome);
    }

    public void answer(CaseReference reference, boolean accepted, String reason) {
        assertThat(requests.answer(reference, accepted, reason, Channel.API, "customer"))
                .isInstanceOf(ServiceRequests.Outcome.Done.class);
    }

    public void withdraw(CaseReference reference) {
        assertThat(requests.withdraw(reference, "customer")).isInstanceOf(ServiceRequests.Outcome.Done.class);
    }

    /** Submits the form of the one open task of the activity. */
    public void submit(CaseReference reference, String activity, Map<String, Object> fields) {
        forms.submitTaskForm(task(reference, activity).getId(), fields);
    }

    /** What the form of the one open task of the activity shows. */
    public Map<String, Object> formOf(CaseReference reference, String activity) {
        return forms.getTaskFormVariables(task(reference, activity).getId());
    }

    public Task task(CaseReference reference, String activity) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKey(activity)
                .singleResult();
        assertThat(task).as("open task %s of %s", activity, reference).isNotNull();
        return task;
    }

    public List<Task> tasks(CaseReference reference) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .list();
    }

    /** Runs the one pending job of the activity, moving the clock to its due date first. */
    public void runJob(CaseReference reference, String activity) {
        Job job = job(reference, activity);
        if (job.getDuedate() != null && job.getDuedate().toInstant().isAfter(clock.instant())) {
            clock.moveTo(job.getDuedate().toInstant().plus(Duration.ofSeconds(1)));
        }
        management.executeJob(job.getId());
    }

    public Job job(CaseReference reference, String activity) {
        List<Job> jobs = management.createJobQuery().activityId(activity).list().stream()
                .filter(job -> instances(reference).contains(job.getProcessInstanceId()))
                .toList();
        assertThat(jobs).as("job %s of %s", activity, reference).hasSize(1);
        return jobs.get(0);
    }

    /** Runs what waits for the job executor now, and what that leads to. */
    public void runJobs(CaseReference reference) {
        List<Job> ready;
        do {
            ready = instances(reference).stream()
                    .flatMap(instance ->
                            management.createJobQuery().processInstanceId(instance).messages().list().stream())
                    .toList();
            ready.forEach(job -> management.executeJob(job.getId()));
        } while (!ready.isEmpty());
    }

    public CaseFile file(CaseReference reference) {
        return cases.get(reference);
    }

    private List<String> instances(CaseReference reference) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference.value()).list().stream()
                .map(ProcessInstance::getId)
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now((Clock) clock);
    }
}
