package io.careloop.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.impl.bpmn.behavior.DmnBusinessRuleTaskActivityBehavior;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.model.BaseCallableElement;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.invocation.DecisionInvocation;
import org.camunda.bpm.engine.impl.dmn.invocation.VariableScopeContext;
import org.camunda.bpm.engine.impl.dmn.result.DecisionResultMapper;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.util.CallableElementUtil;
import org.camunda.bpm.engine.impl.util.DecisionEvaluationUtil;
import org.camunda.bpm.engine.variable.Variables;

/**
 * A task that asks a table in its newest version, like the engine's own, as long as that fits what the task makes of the
 * answer and what its case knows. Else the last version that does is asked, at worst the one that was there when the
 * diagram was deployed: so a table that was changed together with its diagram does not stop the cases of the older one.
 */
class FittingTable extends DmnBusinessRuleTaskActivityBehavior {

    /** By id of the newest version; a diagram that is read again begins anew. */
    private final Map<String, List<TableVersion>> fitting = new ConcurrentHashMap<>();

    FittingTable(BaseCallableElement table, String resultVariable, DecisionResultMapper mapper) {
        super(table, resultVariable, mapper);
    }

    @Override
    public void execute(ActivityExecution execution) throws Exception {
        executeWithErrorPropagation(execution, () -> {
            ExecutionEntity asking = (ExecutionEntity) execution;
            keep(asking, answer(tableFor(asking), asking));
            leave(execution);
            return null;
        });
    }

    private void keep(ExecutionEntity asking, DmnDecisionResult answer) {
        asking.setVariableLocal(DecisionEvaluationUtil.DECISION_RESULT_VARIABLE, Variables.untypedValue(answer, true));
        if (resultVariable != null && decisionResultMapper != null) {
            asking.setVariable(resultVariable, decisionResultMapper.mapDecisionResult(answer));
        }
    }

    private DecisionDefinitionEntity tableFor(ExecutionEntity asking) {
        DecisionDefinitionEntity newest = (DecisionDefinitionEntity) CallableElementUtil.getDecisionDefinitionToCall(
                asking, asking.getProcessDefinitionTenantId(), callableElement);
        List<TableVersion> versions = fitting.computeIfAbsent(
                newest.getId(),
                id -> TableVersion.fitting(
                        newest, asking.getProcessDefinition().getDeploymentId(), decisionResultMapper));
        return versions.stream()
                .filter(version -> version.asksOnlyForWhatIsThere(asking))
                .findFirst()
                .orElse(versions.get(versions.size() - 1))
                .table();
    }

    private static DmnDecisionResult answer(DecisionDefinitionEntity table, ExecutionEntity asking) throws Exception {
        DecisionInvocation invocation = new DecisionInvocation(table, VariableScopeContext.wrap(asking));
        Context.getProcessEngineConfiguration().getDelegateInterceptor().handleInvocation(invocation);
        return invocation.getInvocationResult();
    }
}
