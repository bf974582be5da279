package io.careloop.engine;

import io.careloop.engine.VersionChoice.Chosen;
import io.careloop.engine.VersionChoice.Start;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.DmnBusinessRuleTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.core.model.BaseCallableElement;
import org.camunda.bpm.engine.impl.core.model.BaseCallableElement.CallableElementBinding;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/**
 * Reads diagrams as the engine does, into definitions that ask for the version. What is deployed just now is written to
 * the database by its class, and so stays the engine's own until {@link ReadAgain} has it read from there.
 */
class ChoosingParse extends BpmnParse {

    private static final Namespace EXTENSIONS = new Namespace("http://camunda.org/schema/1.0/bpmn");

    private final Function<Start, Optional<Chosen>> choice;

    ChoosingParse(BpmnParser parser, Function<Start, Optional<Chosen>> choice) {
        super(parser);
        this.choice = choice;
    }

    @Override
    public ProcessDefinitionEntity parseProcess(Element process) {
        if (deployment.isNew()) {
            return super.parseProcess(process);
        }
        sequenceFlows = new HashMap<>();
        ProcessDefinitionEntity definition = new ChoosingDefinition(choice);
        setProperties(process, definition);
        parseScope(process, definition);
        parseLaneSets(process, definition);
        parseListeners.forEach(listener -> listener.parseProcess(process, definition));
        validateActivities(definition.getActivities());
        definition.getActivities().forEach(activity -> {
            activity.setDelegateAsyncAfterUpdate(null);
            activity.setDelegateAsyncBeforeUpdate(null);
        });
        return definition;
    }

    /** Diagrams that map variables by a class of their own keep the engine's call; the checks refuse them. */
    @Override
    public ActivityImpl parseCallActivity(Element call, ScopeImpl scope, boolean isMultiInstance) {
        ActivityImpl activity = super.parseCallActivity(call, scope, isMultiInstance);
        if (activity.getActivityBehavior() instanceof CallActivityBehavior behavior
                && call.attributeNS(EXTENSIONS, "variableMappingClass") == null
                && call.attributeNS(EXTENSIONS, "variableMappingDelegateExpression") == null) {
            activity.setActivityBehavior(new ChoosingCall(behavior.getCallableElement()));
        }
        return activity;
    }

    /** A task that names a version of its table gets that one. */
    @Override
    protected ActivityImpl parseDmnBusinessRuleTask(Element task, ScopeImpl scope) {
        ActivityImpl activity = super.parseDmnBusinessRuleTask(task, scope);
        String binding = task.attributeNS(EXTENSIONS, "decisionRefBinding");
        if (activity.getActivityBehavior().getClass() == DmnBusinessRuleTaskActivityBehavior.class
                && (binding == null || binding.equals(CallableElementBinding.LATEST.getValue()))) {
            BaseCallableElement table = new BaseCallableElement();
            table.setDefinitionKeyValueProvider(
                    createParameterValueProvider(task.attributeNS(EXTENSIONS, "decisionRef"), expressionManager));
            parseTenantId(task, activity, table, "decisionRefTenantId");
            activity.setActivityBehavior(
                    new FittingTable(table, parseResultVariable(task), parseDecisionResultMapper(task)));
        }
        return activity;
    }

    private void setProperties(Element process, ProcessDefinitionEntity definition) {
        definition.setKey(process.attribute("id"));
        definition.setName(process.attribute("name"));
        definition.setCategory(rootElement.attribute("targetNamespace"));
        definition.setProperty(PROPERTYNAME_DOCUMENTATION, parseDocumentation(process));
        definition.setTaskDefinitions(new HashMap<>());
        definition.setDeploymentId(deployment.getId());
        definition.setTenantId(deployment.getTenantId());
        definition.setProperty(PROPERTYNAME_JOB_PRIORITY, parsePriority(process, PROPERTYNAME_JOB_PRIORITY));
        definition.setProperty(PROPERTYNAME_TASK_PRIORITY, parsePriority(process, PROPERTYNAME_TASK_PRIORITY));
        definition.setVersionTag(process.attributeNS(EXTENSIONS, "versionTag"));
        validateAndSetHTTL(process, definition, true);
        definition.setStartableInTasklist(isStartable(process));
    }
}
