package io.careloop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.engine.ModelFile;
import io.careloop.engine.ModelFinding;
import io.careloop.identity.Groups;
import io.careloop.modeling.ReleasedSurroundings;
import io.careloop.modeling.check.FormCheck;
import io.careloop.modeling.check.ModelChecks;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** Every model in {@code processes/} and {@code forms/} follows the rules; nothing is started for it. */
class ProcessModelTests {

    private static final Path PROCESSES = Path.of("processes");
    private static final Path FORMS = Path.of("forms");
    private static final Path SCENARIOS = PROCESSES.resolve("resolution/resolution-scenario.dmn");
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Set<String> SHARED_DELEGATES = Set.of(
            "notifyCustomerDelegate",
            "notifyStaffDelegate",
            "noteDeadlineDelegate",
            "escalateCaseDelegate",
            "pauseClockDelegate",
            "resumeClockDelegate",
            "restrictCaseDelegate",
            "prepareReworkDelegate",
            "recordApprovalDelegate");
    private static final Pattern NODE_ID = Pattern.compile("(Activity|Event|Gateway)_[A-Z][A-Za-z0-9]+");
    private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z][A-Za-z0-9]+Delegate)}");
    private static final Pattern METHOD_CALL = Pattern.compile("\\$\\{[^}]*\\w\\(");

    @TestFactory
    Stream<DynamicTest> processKeyIsFileNameInTheFolderOfAModule() throws IOException {
        return each(".bpmn", file -> {
            assertThat(process(file).getId()).isEqualTo(baseName(file));
            assertThat(Path.of("src/main/java/io/careloop", folder(file))).isDirectory();
        });
    }

    @TestFactory
    Stream<DynamicTest> historyIsKeptAndTheProcessIsExplained() throws IOException {
        return each(".bpmn", file -> {
            assertThat(process(file).getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
            assertThat(process(file).getDocumentations()).isNotEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> nodesHaveSpeakingIdsAndNames() throws IOException {
        return each(
                ".bpmn",
                file -> assertThat(model(file).getModelElementsByType(FlowNode.class))
                        .isNotEmpty()
                        .allSatisfy(node -> {
                            assertThat(node.getId()).matches(NODE_ID);
                            assertThat(node.getName()).as(node.getId()).isNotBlank();
                        }));
    }

    @TestFactory
    Stream<DynamicTest> gatewaysAskAQuestionAndTheirAnswersHaveNames() throws IOException {
        return each(".bpmn", file -> {
            for (ExclusiveGateway gateway : model(file).getModelElementsByType(ExclusiveGateway.class)) {
                if (gateway.getOutgoing().size() > 1) {
                    assertThat(gateway.getName()).endsWith("?");
                    assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
                    assertThat(gateway.getOutgoing())
                            .allSatisfy(flow ->
                                    assertThat(flow.getName()).as(flow.getId()).isNotBlank());
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> everythingIsDrawn() throws IOException {
        return each(".bpmn", file -> {
            BpmnModelInstance model = model(file);
            Set<String> drawn = Stream.concat(
                            model.getModelElementsByType(BpmnShape.class).stream()
                                    .map(BpmnShape::getBpmnElement),
                            model.getModelElementsByType(BpmnEdge.class).stream()
                                    .map(BpmnEdge::getBpmnElement))
                    .map(element -> element.getId())
                    .collect(Collectors.toSet());
            assertThat(model.getModelElementsByType(FlowElement.class))
                    .extracting(FlowElement::getId)
                    .allMatch(drawn::contains);
        });
    }

    @TestFactory
    Stream<DynamicTest> sequenceFlowsGoFromLeftToRightUnlessTheyReturn() throws IOException {
        return each(".bpmn", file -> {
            Map<String, Double> left = model(file).getModelElementsByType(BpmnShape.class).stream()
                    .collect(Collectors.toMap(
                            shape -> shape.getBpmnElement().getId(),
                            shape -> shape.getBounds().getX()));
            long back = model(file).getModelElementsByType(SequenceFlow.class).stream()
                    .filter(flow -> left.get(flow.getSource().getId())
                            > left.get(flow.getTarget().getId()) + 60)
                    .count();
            assertThat(back).as("flows that run back").isLessThanOrEqualTo(9);
        });
    }

    @TestFactory
    Stream<DynamicTest> serviceAndSendTasksNameTheirDelegate() throws IOException {
        return each(".bpmn", file -> {
            for (ServiceTask task : model(file).getModelElementsByType(ServiceTask.class)) {
                checkDelegate(task.getId(), task.getCamundaDelegateExpression());
            }
            for (SendTask task : model(file).getModelElementsByType(SendTask.class)) {
                checkDelegate(task.getId(), task.getCamundaDelegateExpression());
            }
        });
    }

    private void checkDelegate(String taskId, String expression) {
        var matcher = BEAN.matcher(String.valueOf(expression));
        assertThat(matcher.matches())
                .as("%s must use a delegate expression, has %s", taskId, expression)
                .isTrue();
        if (SHARED_DELEGATES.contains(matcher.group(1))) {
            return;
        }
        String verb = taskId.substring("Activity_".length());
        assertThat(matcher.group(1)).isEqualTo(StringUtils.uncapitalize(verb) + "Delegate");
        assertThat(modules().map(module -> "io.careloop." + module + ".process." + verb + "Delegate"))
                .as("a delegate %s in the process package of a module", matcher.group(1))
                .anyMatch(ProcessModelTests::isDelegate);
    }

    @TestFactory
    Stream<DynamicTest> modelsContainNoCode() throws IOException {
        return each(".bpmn", file -> {
            String xml = read(file);
            assertThat(METHOD_CALL.matcher(xml).find())
                    .as("method call in an expression")
                    .isFalse();
            assertThat(xml).doesNotContain("camunda:script", "scriptTask", "camunda:class=", "camunda:expression=");
        });
    }

    @TestFactory
    Stream<DynamicTest> userTasksNameTheirFormTheirGroupAndTheirDate() throws IOException {
        return each(".bpmn", file -> {
            for (UserTask task : model(file).getModelElementsByType(UserTask.class)) {
                String verb = task.getId()
                        .substring("Activity_".length())
                        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                        .toLowerCase();
                String form = task.getAttributeValueNs(CAMUNDA, "formRef");
                assertThat(form).isEqualTo(folder(file) + "-" + verb);
                assertThat(task.getAttributeValueNs(CAMUNDA, "formRefBinding")).isEqualTo("deployment");
                assertThat(FORMS.resolve(folder(file)).resolve(form + ".form")).isRegularFile();
                assertThat(task.getCamundaDueDate()).as(task.getId()).isNotBlank();
                assertThat(task.getCamundaCandidateGroups())
                        .as(task.getId())
                        .satisfiesAnyOf(
                                group -> assertThat(group).isEqualTo("${team}"),
                                group -> assertThat(groups()).contains(group));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> whatADiagramCallsIsThere() throws IOException {
        return each(".bpmn", file -> {
            assertThat(model(file).getModelElementsByType(CallActivity.class))
                    .allSatisfy(call -> assertThat(called(call)).isSubsetOf(keys(".bpmn")));
            assertThat(model(file).getModelElementsByType(BusinessRuleTask.class))
                    .allSatisfy(rule -> assertThat(keys(".dmn")).contains(rule.getCamundaDecisionRef()));
        });
    }

    /** What a table chooses from, where the diagram leaves the choice to it. */
    private static Set<String> called(CallActivity call) {
        if (!call.getCalledElement().equals("${scenario}")) {
            return Set.of(call.getCalledElement());
        }
        return Dmn.readModelFromFile(SCENARIOS.toFile()).getModelElementsByType(OutputEntry.class).stream()
                .map(entry -> entry.getText().getTextContent().replace("\"", ""))
                .filter(scenario -> !scenario.equals("none"))
                .collect(Collectors.toSet());
    }

    @TestFactory
    Stream<DynamicTest> messagesAreNamespacedByTheReceivingModule() throws IOException {
        return each(
                ".bpmn",
                file -> assertThat(model(file).getModelElementsByType(Message.class))
                        .allSatisfy(message -> assertThat(message.getName()).matches(folder(file) + "\\.[a-z-]+")));
    }

    @TestFactory
    Stream<DynamicTest> decisionKeyIsFileName() throws IOException {
        return each(
                ".dmn",
                file -> assertThat(Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class))
                        .extracting(Decision::getId)
                        .containsExactly(baseName(file)));
    }

    @TestFactory
    Stream<DynamicTest> formsHaveTheirFileNameAndOnlyWhatTheTasklistRenders() throws IOException {
        return files(FORMS, ".form")
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    JsonNode form = new ObjectMapper().readTree(file.toFile());
                    assertThat(form.path("id").asText()).isEqualTo(baseName(file));
                    assertThat(components(form)
                                    .map(component -> component.path("type").asText()))
                            .isNotEmpty()
                            .isSubsetOf(FormCheck.RENDERED);
                }));
    }

    @TestFactory
    Stream<DynamicTest> namesInCodeOccurInTheModels() throws IOException {
        String models = files(PROCESSES, "mn").map(ProcessModelTests::read).collect(Collectors.joining());
        return modules()
                .flatMap(ProcessModelTests::namesOfModels)
                .map(names -> DynamicTest.dynamicTest(
                        names.getSimpleName(),
                        () -> constants(names)
                                .forEach(constant -> assertThat(models)
                                        .as("%s of %s", constant, names.getSimpleName())
                                        .containsPattern("(?<![\\w-])" + Pattern.quote(constant) + "(?![\\w-])"))));
    }

    /** The same that an owner's deployment has to pass; what else is asked here are the rules of this repository. */
    @TestFactory
    Stream<DynamicTest> noCheckFindsAFault() throws IOException {
        List<ModelFile> models = Stream.of(files(PROCESSES, ".bpmn"), files(PROCESSES, ".dmn"), files(FORMS, ".form"))
                .flatMap(found -> found)
                .map(file -> new ModelFile(file.toString(), read(file).getBytes(StandardCharsets.UTF_8)))
                .toList();
        Map<String, List<ModelFinding>> faults = new ModelChecks()
                .check(models, new ReleasedSurroundings(models)).stream()
                        .filter(ModelFinding::isFault)
                        .collect(Collectors.groupingBy(ModelFinding::file));
        return models.stream()
                .map(model -> DynamicTest.dynamicTest(
                        model.name(),
                        () -> assertThat(faults.getOrDefault(model.name(), List.of()))
                                .isEmpty()));
    }

    @Test
    void everyFormIsUsed() throws IOException {
        String models = files(PROCESSES, ".bpmn").map(ProcessModelTests::read).collect(Collectors.joining());
        assertThat(files(FORMS, ".form").map(ProcessModelTests::baseName))
                .allSatisfy(form -> assertThat(models).contains("\"" + form + "\""));
    }

    private static Stream<JsonNode> components(JsonNode parent) {
        return Stream.of(parent.path("components"))
                .flatMap(list -> list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.empty())
                .flatMap(component -> Stream.concat(Stream.of(component), components(component)));
    }

    private static Stream<Class<?>> namesOfModels(String module) {
        Path folder = Path.of("src/main/java/io/careloop", module, "process");
        try (Stream<Path> list = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return list
                    .map(ProcessModelTests::baseName)
                    .filter(name -> name.endsWith("Model"))
                    .<Class<?>>map(name -> load("io.careloop." + module + ".process." + name))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isDelegate(String name) {
        return ClassUtils.isPresent(name, null) && JavaDelegate.class.isAssignableFrom(load(name));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> constants(Class<?> names) {
        Stream<String> own = Arrays.stream(names.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(ProcessModelTests::value);
        return Stream.concat(own, Arrays.stream(names.getDeclaredClasses()).flatMap(ProcessModelTests::constants));
    }

    private static String value(Field field) {
        try {
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> groups() {
        return constants(Groups.class).collect(Collectors.toSet());
    }

    private static Stream<String> modules() {
        try (Stream<Path> list = Files.list(Path.of("src/main/java/io/careloop"))) {
            return list
                    .filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> keys(String suffix) {
        try {
            return files(PROCESSES, suffix).map(ProcessModelTests::baseName).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<DynamicTest> each(String suffix, Consumer<Path> check) throws IOException {
        return files(PROCESSES, suffix).map(file -> DynamicTest.dynamicTest(file.toString(), () -> check.accept(file)));
    }

    private static Stream<Path> files(Path root, String suffix) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            List<Path> found = walk.filter(path -> path.toString().endsWith(suffix))
                    .sorted()
                    .toList();
            assertThat(found).as("models under " + root).isNotEmpty();
            return found.stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Process process(Path file) {
        return model(file).getModelElementsByType(Process.class).iterator().next();
    }

    private static BpmnModelInstance model(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    private static String baseName(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }

    private static String folder(Path file) {
        return file.getParent().getFileName().toString();
    }
}
