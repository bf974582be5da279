package io.careloop.modeling.replay;

import io.careloop.engine.sandbox.PlayableDiagram;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;

/**
 * A diagram to be played, and what is drawn in it.
 *
 * @param works          what each node does, as text to compare: a node that does something else than then has no past
 * @param names          of nodes by id; the id where there is none
 * @param asides         ids of event subprocesses
 * @param errors         code of the error that an event catches, by the id of the event
 * @param handedBack     what call activities take over from what they called, by their id
 * @param results        where tasks put the answer of a table, by their id
 * @param lists          which step is done once for each entry of a list, by the variable that has the list
 */
record DrawnDiagram(
        byte[] file,
        PlayableDiagram playable,
        Map<String, String> works,
        Map<String, String> names,
        Set<String> asides,
        Map<String, String> errors,
        Map<String, List<HandedBack>> handedBack,
        Map<String, Result> results,
        Map<String, String> lists) {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String ANY_ERROR = "recorded";

    /**
     * @param source name of the variable of what was called; "*" for all, null where an expression is asked
     */
    record HandedBack(String source, String target) {

        private static final String ALL = "*";

        boolean isAll() {
            return ALL.equals(source);
        }
    }

    /** @param mapping as the engine names it, such as {@code singleEntry} */
    record Result(String variable, String mapping) {}

    /** Keys of the diagrams in a file. */
    static List<String> keysIn(byte[] file) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(file)).getModelElementsByType(Process.class).stream()
                .filter(Process::isExecutable)
                .map(Process::getId)
                .toList();
    }

    static DrawnDiagram of(byte[] file, PlayableDiagram playable) {
        BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(file));
        Map<String, String> works = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        Map<String, String> errors = new HashMap<>();
        Set<String> asides = new HashSet<>();
        Map<String, List<HandedBack>> handedBack = new HashMap<>();
        Map<String, Result> results = new HashMap<>();
        Map<String, String> lists = new HashMap<>();
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            works.put(node.getId(), workOf(node));
            names.put(node.getId(), nameOf(node));
            if (node instanceof SubProcess inner && inner.triggeredByEvent()) {
                asides.add(node.getId());
            }
            if (node instanceof CatchEvent event) {
                event.getEventDefinitions().forEach(definition -> putError(event, definition, errors));
            }
            if (node instanceof BusinessRuleTask task && task.getCamundaResultVariable() != null) {
                results.put(
                        task.getId(), new Result(task.getCamundaResultVariable(), task.getCamundaMapDecisionResult()));
            }
            if (node instanceof Activity step
                    && step.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop) {
                lists.put(Objects.toString(loop.getCamundaCollection(), "").replaceAll("\\W", ""), node.getId());
            }
            if (node instanceof CallActivity call) {
                handedBack.put(call.getId(), handedBackBy(call));
            }
        }
        return new DrawnDiagram(file, playable, works, names, asides, errors, handedBack, results, lists);
    }

    /** Whether a node does the same in the other diagram, so that what came of it then answers for it. */
    boolean doesTheSame(String node, DrawnDiagram other) {
        return works.containsKey(node) && works.get(node).equals(other.works.get(node));
    }

    String nameOf(String node) {
        return names.getOrDefault(node, node);
    }

    boolean has(String node) {
        return works.containsKey(node);
    }

    private static String nameOf(FlowNode node) {
        String name = Objects.toString(node.getName(), "").strip();
        return name.isEmpty() ? node.getId() : name.replaceAll("\\s+", " ");
    }

    private static String workOf(FlowNode node) {
        StringBuilder work = new StringBuilder();
        for (String attribute : List.of("delegateExpression", "expression", "class", "decisionRef")) {
            work.append(Objects.toString(node.getAttributeValueNs(CAMUNDA, attribute), ""))
                    .append('|');
        }
        work.append(Objects.toString(node.getAttributeValue("calledElement"), ""));
        Collection<EventDefinition> definitions = node.getChildElementsByType(EventDefinition.class);
        definitions.forEach(definition -> work.append('|').append(workOf(definition)));
        return work.toString();
    }

    private static String workOf(EventDefinition definition) {
        if (definition instanceof TimerEventDefinition timer) {
            return "timer " + timer.getTextContent().strip();
        }
        return definition instanceof MessageEventDefinition message && message.getMessage() != null
                ? "message " + message.getMessage().getName()
                : definition.getElementType().getTypeName();
    }

    private static void putError(CatchEvent event, EventDefinition definition, Map<String, String> errors) {
        if (definition instanceof ErrorEventDefinition caught) {
            Error error = caught.getError();
            errors.put(event.getId(), error == null || error.getErrorCode() == null ? ANY_ERROR : error.getErrorCode());
        }
    }

    private static List<HandedBack> handedBackBy(CallActivity call) {
        return call.getExtensionElements() == null
                ? List.of()
                : call.getExtensionElements().getElementsQuery().filterByType(CamundaOut.class).list().stream()
                        .map(out -> new HandedBack(
                                "all".equals(out.getCamundaVariables()) ? HandedBack.ALL : out.getCamundaSource(),
                                out.getCamundaTarget()))
                        .toList();
    }
}
