package io.careloop.modeling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/**
 * A copy of a diagram, changed as an owner changes it in the Modeler: what a task calls comes from the element templates
 * in {@code processes/.camunda}, new nodes have the Modeler's generated ids, and everything is drawn.
 */
final class EditedDiagram {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Path TEMPLATES = Path.of("processes/.camunda/element-templates");
    private static final Map<String, Class<? extends Task>> TYPES = Map.of(
            "bpmn:BusinessRuleTask", BusinessRuleTask.class,
            "bpmn:SendTask", SendTask.class,
            "bpmn:ServiceTask", ServiceTask.class,
            "bpmn:UserTask", UserTask.class);

    private final BpmnModelInstance model;
    private int ids = 0;

    private EditedDiagram(BpmnModelInstance model) {
        this.model = model;
    }

    static EditedDiagram of(String file) {
        return new EditedDiagram(Bpmn.readModelFromFile(Path.of(file).toFile()));
    }

    /** A new diagram with a start, an end, and nothing between. */
    static EditedDiagram empty(String key, String name) {
        return new EditedDiagram(Bpmn.createExecutableProcess(key)
                .name(name)
                .camundaHistoryTimeToLiveString("P3650D")
                .startEvent("Event_Begun")
                .name("Begun")
                .sequenceFlowId("Flow_Only")
                .endEvent("Event_Done")
                .name("Done")
                .done());
    }

    String xml() {
        return Bpmn.convertToString(model);
    }

    /** Puts a task into a flow. */
    void addStep(String flow, String name, String template, Map<String, String> chosen) throws IOException {
        SequenceFlow before = model.getModelElementById(flow);
        Task step = task(before, name, template, chosen);
        FlowNode after = before.getTarget();
        retarget(before, step);
        connect(step, after);
    }

    /** Lets a flow part: whatever meets the condition goes through a task of its own and comes back. */
    void addPath(
            String flow, String question, String condition, String name, String template, Map<String, String> chosen)
            throws IOException {
        SequenceFlow before = model.getModelElementById(flow);
        FlowNode after = before.getTarget();
        ExclusiveGateway gateway = node(before, ExclusiveGateway.class, "Gateway_", question);
        Task step = task(before, name, template, chosen);
        retarget(before, gateway);
        SequenceFlow otherwise = connect(gateway, after);
        otherwise.setName("no");
        gateway.setDefault(otherwise);
        SequenceFlow own = connect(gateway, step);
        own.setName("yes");
        ConditionExpression expression = model.newInstance(ConditionExpression.class);
        expression.setTextContent(condition);
        own.setConditionExpression(expression);
        connect(step, after);
    }

    private Task task(SequenceFlow beside, String name, String template, Map<String, String> chosen)
            throws IOException {
        JsonNode applied = template(template);
        Task task =
                node(beside, TYPES.get(applied.path("elementType").path("value").asText()), "Activity_", name);
        task.setAttributeValueNs(CAMUNDA, "modelerTemplate", template);
        task.setAttributeValueNs(
                CAMUNDA, "modelerTemplateVersion", applied.path("version").asText());
        for (JsonNode property : applied.path("properties")) {
            String value = chosen.getOrDefault(
                    property.path("label").asText(), property.path("value").asText());
            apply(
                    task,
                    property.path("binding"),
                    value,
                    property.path("optional").asBoolean());
        }
        return task;
    }

    private void apply(Task task, JsonNode binding, String value, boolean optional) {
        String name = binding.path("name").asText();
        if (binding.path("type").asText().equals("property")) {
            task.setAttributeValueNs(CAMUNDA, name.replace("camunda:", ""), value);
        } else if (!(optional && value.isEmpty())) {
            CamundaInputParameter input = model.newInstance(CamundaInputParameter.class);
            input.setCamundaName(name);
            input.setTextContent(value);
            parameters(task).addChildElement(input);
        }
    }

    private CamundaInputOutput parameters(Task task) {
        if (task.getExtensionElements() == null) {
            ExtensionElements elements = model.newInstance(ExtensionElements.class);
            task.setExtensionElements(elements);
            return elements.addExtensionElement(CamundaInputOutput.class);
        }
        return task.getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaInputOutput.class)
                .singleResult();
    }

    private static JsonNode template(String id) throws IOException {
        for (Path file : Choices.files(TEMPLATES, ".json")) {
            for (JsonNode template : new ObjectMapper().readTree(file.toFile())) {
                if (template.path("id").asText().equals(id)) {
                    return template;
                }
            }
        }
        throw new IllegalArgumentException("There is no element template " + id);
    }

    private <T extends FlowNode> T node(SequenceFlow beside, Class<T> type, String prefix, String name) {
        T node = model.newInstance(type);
        node.setId(generated(prefix));
        node.setName(name);
        beside.getParentElement().addChildElement(node);
        BpmnShape shape = model.newInstance(BpmnShape.class);
        shape.setBpmnElement(node);
        Bounds bounds = model.newInstance(Bounds.class);
        Waypoint at = beside.getDiagramElement().getWaypoints().iterator().next();
        bounds.setX(at.getX());
        bounds.setY(at.getY());
        bounds.setWidth(100);
        bounds.setHeight(80);
        shape.setBounds(bounds);
        plane().addChildElement(shape);
        return node;
    }

    private SequenceFlow connect(FlowNode from, FlowNode to) {
        SequenceFlow flow = model.newInstance(SequenceFlow.class);
        flow.setId(generated("Flow_"));
        from.getParentElement().addChildElement(flow);
        flow.setSource(from);
        flow.setTarget(to);
        from.getOutgoing().add(flow);
        to.getIncoming().add(flow);
        BpmnEdge edge = model.newInstance(BpmnEdge.class);
        edge.setBpmnElement(flow);
        edge.addChildElement(waypoint(from));
        edge.addChildElement(waypoint(to));
        plane().addChildElement(edge);
        return flow;
    }

    private Waypoint waypoint(FlowNode node) {
        Bounds bounds = ((BpmnShape) node.getDiagramElement()).getBounds();
        Waypoint waypoint = model.newInstance(Waypoint.class);
        waypoint.setX(bounds.getX());
        waypoint.setY(bounds.getY());
        return waypoint;
    }

    private static void retarget(SequenceFlow flow, FlowNode target) {
        flow.getTarget().getIncoming().remove(flow);
        flow.setTarget(target);
        target.getIncoming().add(flow);
    }

    private BpmnModelElementInstance plane() {
        return model.getModelElementsByType(BpmnPlane.class).iterator().next();
    }

    private String generated(String prefix) {
        return prefix + "0owner" + ids++;
    }
}
