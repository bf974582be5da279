package io.careloop.engine;

import io.careloop.engine.ChoosingDefinition.Place;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.core.model.CallableElement;
import org.camunda.bpm.engine.impl.migration.validation.activity.SupportedActivityValidator;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmProcessInstance;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.util.CallableElementUtil;
import org.camunda.bpm.engine.variable.VariableMap;

/** A call activity that asks for the version of the diagram that it calls, unless it names one. */
class ChoosingCall extends CallActivityBehavior {

    static {
        // the engine moves running cases only from and to kinds of activities on this list, and goes by the very class
        SupportedActivityValidator.SUPPORTED_ACTIVITY_BEHAVIORS.add(ChoosingCall.class);
    }

    ChoosingCall(CallableElement called) {
        setCallableElement(called);
    }

    @Override
    protected void startInstance(ActivityExecution execution, VariableMap variables, String businessKey) {
        ExecutionEntity calling = (ExecutionEntity) execution;
        if (isLatestBinding()
                && CallableElementUtil.getProcessDefinitionToCall(
                                calling, calling.getProcessDefinitionTenantId(), getCallableElement())
                        instanceof ChoosingDefinition asked) {
            Place place = asked.placeOf(businessKey, asked.getInitial());
            PvmProcessInstance instance = execution.createSubProcessInstance(place.definition(), businessKey);
            place.begun().accept(((ExecutionEntity) instance).getId());
            instance.start(variables);
        } else {
            super.startInstance(execution, variables, businessKey);
        }
    }
}
