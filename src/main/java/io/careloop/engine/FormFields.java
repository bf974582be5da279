package io.careloop.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.form.FormField;

/**
 * The variables that a form may set.
 *
 * @param inputs  what its reader fills in
 * @param shown   fields that cannot be changed; the browser sends them along all the same
 */
record FormFields(Set<String> inputs, Set<String> shown) {

    private static final Set<String> WITHOUT_VALUE =
            Set.of("button", "text", "html", "image", "separator", "spacer", "iframe", "table");

    static FormFields none() {
        return new FormFields(Set.of(), Set.of());
    }

    static FormFields generated(List<FormField> fields) {
        return new FormFields(fields.stream().map(FormField::getId).collect(Collectors.toSet()), Set.of());
    }

    /** @param form content of a Camunda Form */
    static FormFields of(JsonNode form) {
        FormFields fields = new FormFields(new HashSet<>(), new HashSet<>());
        fields.collect(form.path("components"), "", false);
        return fields;
    }

    private void collect(JsonNode components, String path, boolean parentIsFixed) {
        for (JsonNode component : components) {
            boolean fixed =
                    parentIsFixed || component.path("disabled").asBoolean() || isTrue(component.path("readonly"));
            String own =
                    component.path(component.has("components") ? "path" : "key").asText("");
            if (component.path("type").asText().equals("dynamiclist")) {
                add(path + own, fixed);
            } else if (component.has("components")) {
                collect(component.path("components"), own.isEmpty() ? path : path + own + ".", fixed);
            } else if (!WITHOUT_VALUE.contains(component.path("type").asText())) {
                add(path + own, fixed);
            }
        }
    }

    /** A path such as {@code customer.name} is part of the variable {@code customer}. */
    private void add(String path, boolean fixed) {
        if (!path.isEmpty()) {
            (fixed ? shown : inputs).add(path.split("\\.", 2)[0]);
        }
    }

    /** An expression decides in the browser, so the field may be open to its reader. */
    private static boolean isTrue(JsonNode readonly) {
        return readonly.isBoolean() && readonly.asBoolean();
    }
}
