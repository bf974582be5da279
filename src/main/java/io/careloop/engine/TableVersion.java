package io.careloop.engine;

import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.HitPolicyEntry;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.result.CollectEntriesDecisionResultMapper;
import org.camunda.bpm.engine.impl.dmn.result.DecisionResultMapper;
import org.camunda.bpm.engine.impl.dmn.result.SingleEntryDecisionResultMapper;
import org.camunda.bpm.model.dmn.HitPolicy;

/**
 * A version of a table that a task can ask.
 *
 * @param added variables that it reads and that the table did not read when the diagram of the task was deployed
 */
record TableVersion(DecisionDefinitionEntity table, Set<String> added) {

    private static final Set<HitPolicy> SEVERAL =
            EnumSet.of(HitPolicy.COLLECT, HitPolicy.RULE_ORDER, HitPolicy.OUTPUT_ORDER);
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    /**
     * The versions that answer like the one that was there when the diagram was deployed, the newest first and that one
     * last.
     *
     * @param mapper what the task makes of the answer; null for nothing
     */
    static List<TableVersion> fitting(DecisionDefinitionEntity newest, String deployment, DecisionResultMapper mapper) {
        List<DecisionDefinitionEntity> versions = since(deployedAt(deployment), newest);
        DecisionDefinitionEntity first = versions.get(versions.size() - 1);
        return versions.stream()
                .filter(version -> version == first || answersLike(first, version, mapper))
                .map(version -> new TableVersion(version, added(first, version)))
                .toList();
    }

    boolean asksOnlyForWhatIsThere(AbstractVariableScope asking) {
        return added.stream().allMatch(asking::hasVariable);
    }

    /** Back to the last one that was there at that time. */
    private static List<DecisionDefinitionEntity> since(Date time, DecisionDefinitionEntity newest) {
        List<DecisionDefinitionEntity> versions = new ArrayList<>(List.of(newest));
        DecisionDefinitionEntity version = newest;
        while (deployedAt(version.getDeploymentId()).after(time) && version.getPreviousDefinition() != null) {
            version = version.getPreviousDefinition();
            versions.add(version);
        }
        return versions;
    }

    private static Date deployedAt(String deployment) {
        return Context.getCommandContext()
                .getDeploymentManager()
                .findDeploymentById(deployment)
                .getDeploymentTime();
    }

    private static boolean answersLike(
            DecisionDefinitionEntity first, DecisionDefinitionEntity version, DecisionResultMapper mapper) {
        if (!(first.getDecisionLogic() instanceof DmnDecisionTableImpl before)
                || !(version.getDecisionLogic() instanceof DmnDecisionTableImpl after)) {
            return true;
        }
        boolean isOneColumn = mapper instanceof SingleEntryDecisionResultMapper
                || mapper instanceof CollectEntriesDecisionResultMapper;
        return (isOneColumn ? after.getOutputs().size() == 1 : outputs(after).containsAll(outputs(before)))
                && (givesSeveral(before) || !givesSeveral(after));
    }

    private static Set<String> outputs(DmnDecisionTableImpl table) {
        return table.getOutputs().stream()
                .map(DmnDecisionTableOutputImpl::getOutputName)
                .collect(Collectors.toSet());
    }

    private static boolean givesSeveral(DmnDecisionTableImpl table) {
        HitPolicyEntry policy = table.getHitPolicyHandler().getHitPolicyEntry();
        return SEVERAL.contains(policy.getHitPolicy()) && policy.getAggregator() == null;
    }

    private static Set<String> added(DecisionDefinitionEntity first, DecisionDefinitionEntity version) {
        Set<String> added = new HashSet<>(inputs(version));
        added.removeAll(inputs(first));
        return added;
    }

    /** Those that are read as they are; what a table before this one answers is no variable of the case. */
    private static Set<String> inputs(DecisionDefinitionEntity decision) {
        if (!(decision.getDecisionLogic() instanceof DmnDecisionTableImpl table)
                || !decision.getRequiredDecisions().isEmpty()) {
            return Set.of();
        }
        return table.getInputs().stream()
                .map(input -> input.getExpression().getExpression())
                .filter(text -> text != null && NAME.matcher(text.strip()).matches())
                .map(String::strip)
                .collect(Collectors.toSet());
    }
}
