package io.careloop.modeling;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** Element templates for Camunda Modeler, made of what delegates say of themselves. */
final class ElementTemplates {

    static final String SCHEMA = "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A delegate that a diagram may call.
     *
     * @param bean name of the Spring bean
     */
    record Callable(String module, String bean, DiagramCall call) {

        String templateId() {
            return "careloop." + bean.replaceAll("Delegate$", "");
        }
    }

    static List<Callable> callables() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(DiagramCall.class));
        return scanner.findCandidateComponents("io.careloop").stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .map(ElementTemplates::callable)
                .sorted(Comparator.comparing(callable -> callable.call().name()))
                .toList();
    }

    /** Content of the template files by their names: one for each module, and one for what the engine itself calls. */
    static Map<String, String> files() throws IOException {
        Map<String, List<Map<String, Object>>> templates = new TreeMap<>();
        for (Callable callable : callables()) {
            templates
                    .computeIfAbsent(callable.module(), module -> new ArrayList<>())
                    .add(template(callable));
        }
        templates.put("general", GeneralTemplates.all());
        Map<String, String> files = new TreeMap<>();
        for (var entry : templates.entrySet()) {
            files.put(entry.getKey() + ".json", written(entry.getValue()));
        }
        return files;
    }

    private static Callable callable(Class<?> delegate) {
        return new Callable(
                delegate.getPackageName().split("\\.")[2],
                StringUtils.uncapitalize(delegate.getSimpleName()),
                delegate.getAnnotation(DiagramCall.class));
    }

    private static Map<String, Object> template(Callable callable) throws IOException {
        DiagramCall call = callable.call();
        String type = call.message() ? "bpmn:SendTask" : "bpmn:ServiceTask";
        Map<String, Object> template =
                head(callable.templateId(), call.name(), description(call), StringUtils.capitalize(callable.module()));
        template.put("version", call.version());
        template.put("appliesTo", List.of("bpmn:Task"));
        template.put("elementType", Map.of("value", type));
        List<Map<String, Object>> properties = new ArrayList<>();
        properties.add(hidden("camunda:delegateExpression", "${%s}".formatted(callable.bean())));
        if (call.outsideEffect()) {
            properties.add(hidden("camunda:asyncBefore", true));
        }
        for (DiagramInput input : call.inputs()) {
            properties.add(property(input, DiagramTasks.valuesOf(callable.bean(), input.name())));
        }
        template.put("properties", properties);
        return template;
    }

    static Map<String, Object> head(String id, String name, String description, String category) {
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("$schema", SCHEMA);
        template.put("id", id);
        template.put("name", name);
        template.put("description", description);
        template.put(
                "category",
                ordered("id", "careloop." + category.toLowerCase(Locale.ROOT), "name", "Careloop: " + category));
        return template;
    }

    private static String description(DiagramCall call) {
        String needs = Stream.concat(
                        Arrays.stream(call.fields()).map(field -> "the field " + field),
                        Arrays.stream(call.reads()).map(variable -> "the variable " + variable))
                .collect(Collectors.joining(", "));
        String leaves = Arrays.stream(call.outputs())
                .map(output -> "%s (%s)".formatted(output.name(), output.description()))
                .collect(Collectors.joining(", "));
        return call.description()
                + (needs.isEmpty() ? "" : " Takes " + needs + ".")
                + (leaves.isEmpty() ? "" : " Leaves " + leaves + ".");
    }

    private static Map<String, Object> property(DiagramInput input, Set<String> used) throws IOException {
        Map<String, String> choices = Choices.of(input, used);
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("label", input.label());
        if (!input.description().isEmpty()) {
            property.put("description", input.description());
        }
        property.put("type", choices.isEmpty() ? "String" : "Dropdown");
        if (!input.preset().isEmpty()) {
            property.put("value", input.preset());
        }
        if (!choices.isEmpty()) {
            property.put("choices", shown(choices));
        }
        property.put("binding", ordered("type", "camunda:inputParameter", "name", input.name()));
        if (input.required()) {
            property.put("constraints", Map.of("notEmpty", true));
        } else if (input.preset().isEmpty()) {
            property.put("optional", true);
        }
        return property;
    }

    static List<Map<String, Object>> shown(Map<String, String> choices) {
        return choices.entrySet().stream()
                .map(choice -> ordered("name", choice.getValue(), "value", choice.getKey()))
                .toList();
    }

    static Map<String, Object> hidden(String attribute, Object value) {
        return ordered("type", "Hidden", "value", value, "binding", attribute(attribute));
    }

    static Map<String, Object> attribute(String name) {
        return ordered("type", "property", "name", name);
    }

    static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    private static String written(List<Map<String, Object>> templates) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        return JSON.writer(printer).writeValueAsString(templates) + "\n";
    }

    private ElementTemplates() {}
}
