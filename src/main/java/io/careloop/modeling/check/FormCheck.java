package io.careloop.modeling.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** A form shows in the Tasklist, all of it, and what is filled in becomes a variable. */
public final class FormCheck {

    /** What the form renderer of the Tasklist knows; one other component and the whole form stays empty. */
    public static final Set<String> RENDERED = Set.of(
            "text",
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "datetime",
            "group",
            "separator",
            "spacer",
            "expression",
            "button",
            "html",
            "table",
            "dynamiclist");

    /** Of the renderer; a newer form is shown as far as it knows what is in it. */
    private static final int SCHEMA_VERSION = 16;

    private static final Set<String> WITHOUT_KEY =
            Set.of("text", "group", "separator", "spacer", "button", "html", "table", "dynamiclist");
    private static final Pattern KEY = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");
    /** As strict as the engine, which would fail at the same files without saying where. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** @throws UnreadableFileException if it is no JSON */
    static JsonNode read(byte[] content) {
        try {
            JsonNode form = JSON.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
            if (form == null || !form.isObject()) {
                throw new UnreadableFileException("it is not a form");
            }
            return form;
        } catch (JsonProcessingException e) {
            throw new UnreadableFileException(e.getOriginalMessage());
        } catch (CharacterCodingException e) {
            throw new UnreadableFileException("it is not written in UTF-8");
        }
    }

    /** Variables that its fields become; of {@code address.street} that is {@code address}. */
    static Set<String> variables(JsonNode components) {
        Set<String> variables = new HashSet<>();
        for (JsonNode component : components) {
            String name = component.path("key").asText(component.path("path").asText());
            if (!name.isEmpty()) {
                variables.add(name.split("\\.", 2)[0]);
            }
            if (!component.path("type").asText().equals("dynamiclist")) {
                variables.addAll(variables(component.path("components")));
            }
        }
        return variables;
    }

    static void check(JsonNode form, Findings findings) {
        String id = form.path("id").asText();
        if (id.isBlank()) {
            findings.fault("form-id");
        }
        JsonNode version = form.path("schemaVersion");
        if (!version.isMissingNode() && !version.isInt()) {
            findings.fault(id, "", "form-version-unknown", version.asText());
        } else if (version.asInt() > SCHEMA_VERSION) {
            findings.hint(id, "", "form-version", version.asText(), SCHEMA_VERSION);
        }
        if (!form.path("components").isArray() || form.path("components").isEmpty()) {
            findings.fault(id, "", "form-empty");
        }
        if (form.path("executionPlatform").asText().contains("Cloud")) {
            findings.fault(id, "", "form-cloud");
        }
        checkAll(form.path("components"), findings, new HashSet<>());
        checkIds(form.path("components"), findings, new HashSet<>());
    }

    private static void checkAll(JsonNode components, Findings findings, Set<String> keys) {
        for (JsonNode component : components) {
            check(component, findings, keys);
            boolean list = component.path("type").asText().equals("dynamiclist");
            checkAll(component.path("components"), findings, list ? new HashSet<>() : keys);
        }
    }

    /** The renderer stops at the second of two with the same id. */
    private static void checkIds(JsonNode components, Findings findings, Set<String> ids) {
        for (JsonNode component : components) {
            String id = component.path("id").asText();
            if (!id.isEmpty() && !ids.add(id)) {
                findings.fault(id, component.path("label").asText(), "id-twice", id);
            }
            checkIds(component.path("components"), findings, ids);
        }
    }

    private static void check(JsonNode component, Findings findings, Set<String> keys) {
        String type = component.path("type").asText();
        String key = component.path("key").asText();
        String id = component.path("id").asText(key);
        String label = component.path("label").asText(key);
        if (!RENDERED.contains(type)) {
            findings.fault(id, label, "form-component", type);
        } else if (!WITHOUT_KEY.contains(type) && !KEY.matcher(key).matches()) {
            findings.fault(id, label, "form-field-key", key);
        } else if (!key.isEmpty() && !WITHOUT_KEY.contains(type) && !keys.add(key)) {
            findings.hint(id, label, "form-key-twice", key);
        }
        FormExpressions.check(component, id, label, findings);
        component.fields().forEachRemaining(property -> {
            if (property.getValue().isTextual()
                    && Expressions.isExpression(property.getValue().asText())) {
                findings.fault(id, label, "form-juel", property.getValue().asText());
            }
        });
    }

    private FormCheck() {}
}
