package io.careloop.benchmark;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/**
 * The straight way of a case: received, analysed, solution proposed, accepted and in place, effect confirmed, called,
 * closed. What somebody looks up to find the next step is not counted.
 */
abstract class Way {

    private final ProcessEngine engine;
    private final StatementCounter counter;

    Way(ProcessEngine engine, StatementCounter counter) {
        this.engine = engine;
        this.counter = counter;
    }

    /** What happens to a case after it was received, in its order; each is a transaction or more. */
    private final List<Consumer<String>> steps = List.of(
            reference -> runJob(reference, "Activity_ReadRequest"),
            reference -> submit(reference, "Activity_AnalyseRequest"),
            reference -> submit(reference, "Activity_ProposeSolution"),
            this::answerYes,
            reference -> submit(reference, "Activity_PlanImplementation"),
            reference -> submit(reference, "Activity_ImplementSolution"),
            this::answerYes,
            reference -> runJob(reference, "Event_TimeToCall"),
            reference -> submit(reference, "Activity_CallCustomer"));

    void goOnce() {
        goTogether(1, () -> {});
    }

    /**
     * Takes cases side by side, as they are in a service: all take a step before any takes the next.
     *
     * @param afterEach is run whenever all have taken a step
     */
    void goTogether(int cases, Runnable afterEach) {
        List<String> references = Stream.generate(this::receive).limit(cases).toList();
        afterEach.run();
        for (Consumer<String> step : steps) {
            references.forEach(step);
            afterEach.run();
        }
        for (String reference : references) {
            if (counter.uncounted(() -> !instances(reference).isEmpty())) {
                throw new IllegalStateException(reference + " has not ended");
            }
        }
    }

    /** @return the reference of a new case */
    abstract String receive();

    abstract void answerYes(String reference);

    /** What is typed into the form of a task. */
    abstract Map<String, Object> fieldsOf(String activity);

    private void submit(String reference, String activity) {
        Task task = counter.uncounted(() -> engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(activity)
                .singleResult());
        engine.getFormService().submitTaskForm(task.getId(), fieldsOf(activity));
    }

    /** The job executor is off, and a job may run before its time. */
    private void runJob(String reference, String activity) {
        Job job = counter.uncounted(
                () -> engine.getManagementService().createJobQuery().activityId(activity).list().stream()
                        .filter(candidate -> instances(reference).contains(candidate.getProcessInstanceId()))
                        .findFirst()
                        .orElseThrow());
        engine.getManagementService().executeJob(job.getId());
    }

    private List<String> instances(String reference) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .toList();
    }
}
