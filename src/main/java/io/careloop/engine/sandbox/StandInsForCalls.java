package io.careloop.engine.sandbox;

import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/** Puts something in the place of all that a diagram calls, so that nothing of the application is reached. */
class StandInsForCalls extends AbstractBpmnParseListener {

    private static final Namespace CAMUNDA = new Namespace("http://camunda.org/schema/1.0/bpmn");
    private static final String MESSAGE = "messageEventDefinition";

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.setActivityBehavior(new WorkStandIn(bean(element)));
    }

    @Override
    public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.setActivityBehavior(new WorkStandIn(bean(element)));
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        String decision = camunda(element, "decisionRef");
        activity.setActivityBehavior(new WorkStandIn(decision == null ? bean(element) : decision));
    }

    @Override
    public void parseScriptTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.setActivityBehavior(new WorkStandIn(""));
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.setActivityBehavior(new CallStandIn());
    }

    @Override
    public void parseIntermediateThrowEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        standInForMessage(element, activity);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        standInForMessage(element, activity);
    }

    private static void standInForMessage(Element element, ActivityImpl activity) {
        if (element.element(MESSAGE) != null) {
            activity.setActivityBehavior(new WorkStandIn(bean(element.element(MESSAGE))));
        }
    }

    private static String bean(Element element) {
        String expression = camunda(element, "delegateExpression");
        return expression == null ? "" : expression.replaceAll("[#$]\\{\\s*|\\s*}", "");
    }

    private static String camunda(Element element, String attribute) {
        return element.attributeNS(CAMUNDA, attribute);
    }
}
