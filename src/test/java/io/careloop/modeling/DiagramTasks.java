package io.careloop.modeling;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;

/** The tasks of our diagrams that call a delegate. */
final class DiagramTasks {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** @param inputs values of its input parameters by their names */
    record DiagramTask(Path file, Task task, Map<String, String> inputs) {

        String attribute(String name) {
            return task.getAttributeValueNs(CAMUNDA, name);
        }

        String delegate() {
            return attribute("delegateExpression").replaceAll("[${}]", "");
        }

        boolean isMessage() {
            return task instanceof SendTask;
        }
    }

    private static List<DiagramTask> read;

    /** Read once: what is in the files does not change while tests run. */
    static synchronized List<DiagramTask> all() throws IOException {
        if (read == null) {
            read = List.copyOf(read());
        }
        return read;
    }

    private static List<DiagramTask> read() throws IOException {
        List<DiagramTask> tasks = new ArrayList<>();
        for (Path file : Choices.files(Path.of("processes"), ".bpmn")) {
            BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
            model.getModelElementsByType(ServiceTask.class).forEach(task -> tasks.add(of(file, task)));
            model.getModelElementsByType(SendTask.class).forEach(task -> tasks.add(of(file, task)));
        }
        return tasks;
    }

    /** Values that an input of a delegate has in them. */
    static Set<String> valuesOf(String delegate, String input) throws IOException {
        return all().stream()
                .filter(task -> task.delegate().equals(delegate))
                .filter(task -> task.inputs().containsKey(input))
                .map(task -> task.inputs().get(input))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toSet());
    }

    private static DiagramTask of(Path file, Task task) {
        Map<String, String> inputs = new LinkedHashMap<>();
        task.getModelInstance().getModelElementsByType(CamundaInputParameter.class).stream()
                .map(CamundaInputParameter.class::cast)
                .filter(input -> isOf(input, task))
                .forEach(input -> inputs.put(input.getCamundaName(), input.getTextContent()));
        return new DiagramTask(file, task, inputs);
    }

    /** Between a task and its input parameter stand its extension elements and their list of parameters. */
    private static boolean isOf(CamundaInputParameter input, Task task) {
        return input.getParentElement().getParentElement().getParentElement().equals(task);
    }

    private DiagramTasks() {}
}
