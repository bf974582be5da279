package io.careloop.modeling.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/** What of a field is computed when the form is shown, or compared with what is filled in. */
final class FormExpressions {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    private static final List<String> CHOOSING = List.of("select", "radio", "checklist", "taglist");

    static void check(JsonNode component, String id, String label, Findings findings) {
        checkFeel(component, id, label, findings);
        checkPattern(component.path("validate").path("pattern").asText(), id, label, findings);
        boolean hasChoices =
                component.path("values").isArray() && !component.path("values").isEmpty()
                        || component.has("valuesKey")
                        || component.has("valuesExpression");
        if (CHOOSING.contains(component.path("type").asText()) && !hasChoices) {
            findings.fault(id, label, "form-no-choices");
        }
        checkChoices(component.path("values"), id, label, findings);
        if (component.path("type").asText().equals("datetime")
                && component.path("subtype").asText().isEmpty()) {
            findings.fault(id, label, "form-no-subtype");
        }
        JsonNode limits = component.path("validate");
        if (limits.path("min").isNumber()
                && limits.path("max").isNumber()
                && limits.path("min").asDouble() > limits.path("max").asDouble()) {
            findings.fault(
                    id,
                    label,
                    "form-limits",
                    limits.path("min").asText(),
                    limits.path("max").asText());
        }
    }

    /** Of two options with one value nobody could tell later which was meant. */
    private static void checkChoices(JsonNode values, String id, String label, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (JsonNode choice : values) {
            String value = choice.path("value").asText();
            if (value.isEmpty() || !seen.add(value)) {
                findings.fault(id, label, "form-choice", choice.path("label").asText(value));
            }
        }
    }

    /** A text that begins with = is computed, at any depth; of groups, their fields are looked at by themselves. */
    private static void checkFeel(JsonNode part, String id, String label, Findings findings) {
        if (part.isTextual() && part.asText().startsWith("=")) {
            String text = part.asText().substring(1).strip();
            if (text.isEmpty() || FEEL.parseExpression(text).isFailure()) {
                findings.fault(id, label, "feel", part.asText());
            }
        }
        part.properties().stream()
                .filter(property -> !property.getKey().equals("components"))
                .forEach(property -> checkFeel(property.getValue(), id, label, findings));
        if (part.isArray()) {
            part.forEach(item -> checkFeel(item, id, label, findings));
        }
    }

    private static void checkPattern(String pattern, String id, String label, Findings findings) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            findings.fault(id, label, "form-pattern", pattern);
        }
    }

    private FormExpressions() {}
}
