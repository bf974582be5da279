package io.careloop.modeling;

import static io.careloop.modeling.ElementTemplates.attribute;
import static io.careloop.modeling.ElementTemplates.head;
import static io.careloop.modeling.ElementTemplates.hidden;
import static io.careloop.modeling.ElementTemplates.ordered;
import static io.careloop.modeling.ElementTemplates.shown;

import io.careloop.identity.Groups;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Templates for what a diagram uses without a delegate: a task of a person, a table, another diagram. */
final class GeneralTemplates {

    private static final Path PROCESSES = Path.of("processes");
    private static final Path FORMS = Path.of("forms");

    static List<Map<String, Object>> all() throws IOException {
        return List.of(staffTask(), table(), diagram());
    }

    private static Map<String, Object> staffTask() throws IOException {
        Set<String> groups = usedBy(UserTask::getCamundaCandidateGroups);
        groups.addAll(Groups.WORKING);
        groups.add(Groups.MANAGERS);
        return template(
                "careloop.staffTask",
                "Task for staff",
                "A task that somebody of a group takes, with its form and until when it is to be done.",
                "bpmn:UserTask",
                List.of(
                        choice("Group", "Who may take the task.", "camunda:candidateGroups", groups),
                        choice("Form", "What is asked for.", "camunda:formRef", keys(FORMS, ".form")),
                        choice("Limit", "Until when.", "camunda:dueDate", usedBy(UserTask::getCamundaDueDate)),
                        hidden("camunda:formRefBinding", "deployment")));
    }

    private static Map<String, Object> table() throws IOException {
        return template(
                "careloop.table",
                "Decide by a table",
                "A table decides. What it says is in the variable named here, for gateways and later tasks.",
                "bpmn:BusinessRuleTask",
                List.of(
                        choice("Table", "Which table.", "camunda:decisionRef", keys(PROCESSES, ".dmn")),
                        text("Variable", "Where the answer is kept.", "camunda:resultVariable"),
                        hidden("camunda:mapDecisionResult", "singleEntry")));
    }

    private static Map<String, Object> diagram() throws IOException {
        List<Map<String, Object>> properties = new ArrayList<>();
        properties.add(choice("Diagram", "Which diagram runs.", "calledElement", keys(PROCESSES, ".bpmn")));
        properties.add(ordered(
                "type",
                "Hidden",
                "value",
                "#{execution.processBusinessKey}",
                "binding",
                ordered("type", "camunda:in:businessKey")));
        for (String variable : List.of("reference", "owner")) {
            properties.add(ordered(
                    "type", "Hidden", "value", variable, "binding", ordered("type", "camunda:in", "target", variable)));
        }
        return template(
                "careloop.diagram",
                "Run another diagram",
                "Another diagram runs for the case, and this one waits until it is over.",
                "bpmn:CallActivity",
                properties);
    }

    private static Map<String, Object> template(
            String id, String name, String description, String type, List<Map<String, Object>> properties) {
        Map<String, Object> template = head(id, name, description, "General");
        template.put("version", 1);
        // a call activity is none of the tasks that a new shape begins as
        template.put("appliesTo", type.equals("bpmn:CallActivity") ? List.of("bpmn:Task", type) : List.of("bpmn:Task"));
        template.put("elementType", Map.of("value", type));
        template.put("entriesVisible", true);
        template.put("properties", properties);
        return template;
    }

    private static Map<String, Object> choice(String label, String description, String attribute, Set<String> values) {
        return ordered(
                "label",
                label,
                "description",
                description,
                "type",
                "Dropdown",
                "choices",
                shown(Choices.plain(values)),
                "binding",
                attribute(attribute),
                "constraints",
                Map.of("notEmpty", true));
    }

    private static Map<String, Object> text(String label, String description, String attribute) {
        return ordered("label", label, "description", description, "type", "String", "binding", attribute(attribute));
    }

    /** Values that the user tasks of our diagrams have for an attribute. */
    private static Set<String> usedBy(Function<UserTask, String> attribute) throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : Choices.files(PROCESSES, ".bpmn")) {
            Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(UserTask.class).stream()
                    .map(attribute)
                    .filter(value -> value != null)
                    .forEach(used::add);
        }
        return used;
    }

    private static Set<String> keys(Path folder, String ending) throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path file : Choices.files(folder, ending)) {
            keys.add(file.getFileName().toString().replace(ending, ""));
        }
        return keys;
    }

    private GeneralTemplates() {}
}
