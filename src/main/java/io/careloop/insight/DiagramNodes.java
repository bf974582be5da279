package io.careloop.insight;

import io.careloop.engine.HistoryFact;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;

/**
 * What pages ask of the nodes of a diagram.
 *
 * @param names   by their ids; those without one are left out
 * @param watches ids of those at which time goes by on purpose
 */
record DiagramNodes(Map<String, String> names, Set<String> watches) {

    static final DiagramNodes NONE = new DiagramNodes(Map.of(), Set.of());

    private static final String EACH = " (1–n)";

    private static final String WATCH = "careloop.watch";

    static DiagramNodes of(BpmnModelInstance model) {
        return new DiagramNodes(names(model), watches(model));
    }

    private static Map<String, String> names(BpmnModelInstance model) {
        Map<String, String> names = new LinkedHashMap<>();
        model.getModelElementsByType(FlowElement.class).stream()
                .filter(node -> node.getName() != null && !node.getName().isBlank())
                .forEach(node -> {
                    String name = node.getName().replaceAll("\\s+", " ");
                    names.put(node.getId(), name);
                    names.put(node.getId() + HistoryFact.ALL_TOGETHER, name + EACH);
                });
        return Collections.unmodifiableMap(names);
    }

    private static Set<String> watches(BpmnModelInstance model) {
        return model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> node instanceof SubProcess || isTimer(node) || isMarked(node))
                .map(FlowNode::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isTimer(FlowNode node) {
        return node instanceof CatchEvent event
                && event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
    }

    private static boolean isMarked(FlowNode node) {
        return node.getExtensionElements() != null
                && node.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .anyMatch(property -> WATCH.equals(property.getCamundaName())
                                && Boolean.parseBoolean(property.getCamundaValue()));
    }
}
