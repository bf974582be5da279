package io.careloop.engine;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Sets the guards before the engine's services, and so on every road to it: Tasklist, Cockpit and REST all call these.
 * The guards come on top of the engine's rights, which let a candidate of a task do more than our rules allow.
 */
@Component
class GuardPlugin extends AbstractProcessEnginePlugin {

    private final StaffRights rights;
    private final AssignmentRules rules;
    private final ObjectProvider<StandIns> standIns;
    private final ObjectProvider<Restrictions> restrictions;
    private final Refusals refusals;

    GuardPlugin(
            StaffRights rights,
            AssignmentRules rules,
            ObjectProvider<StandIns> standIns,
            ObjectProvider<Restrictions> restrictions,
            Refusals refusals) {
        this.rights = rights;
        this.rules = rules;
        this.standIns = standIns;
        this.restrictions = restrictions;
        this.refusals = refusals;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setResourceAuthorizationProvider(new TaskRights(restrictions));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        EngineReads reads = new EngineReads(engine);
        AssignmentGuard assignment = new AssignmentGuard(reads, rights, rules, standIns, refusals);
        FormSubmissionGuard submission = new FormSubmissionGuard(reads, rights, rules, refusals);
        Supplier<Optional<Caller>> callers = () -> Caller.of(engine.getIdentityService());
        engine.setTaskService(
                GuardedCalls.guard(engine.getTaskService(), callers, new TaskCalls(assignment, submission, refusals)));
        engine.setFormService(GuardedCalls.guard(engine.getFormService(), callers, new FormCalls(submission)));
        engine.setCommandCheckers(engine.getCommandCheckers().stream()
                .map(checker -> DeploymentRight.inPlaceOf(checker, engine.getIdentityService(), refusals))
                .collect(Collectors.toCollection(ArrayList::new)));
        engine.setRuntimeService(
                GuardedCalls.guard(engine.getRuntimeService(), callers, new RuntimeCalls(reads, submission)));
    }
}
