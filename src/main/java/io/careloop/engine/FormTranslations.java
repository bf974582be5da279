package io.careloop.engine;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Forms are written in English and read in the language of the user. {@code forms/translations/<tag>.json} maps the
 * English text of a label to its translation; a text without one stays English, so that an owner can add a field first
 * and have it translated later.
 */
@Component
class FormTranslations {

    private static final List<String> TEXTS = List.of("label", "text", "description", "dateLabel", "timeLabel");

    private final ObjectMapper json = new ObjectMapper();
    private final Map<Locale, Map<String, String>> translations = new HashMap<>();

    FormTranslations() throws IOException {
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:forms/translations/*.json")) {
            String tag = file.getFilename().replace(".json", "");
            translations.put(
                    Locale.forLanguageTag(tag), json.readValue(file.getContentAsByteArray(), new TypeReference<>() {}));
        }
    }

    /** The form with its texts in the given language; the same bytes if there is nothing to translate. */
    byte[] translated(byte[] form, Locale locale) {
        Map<String, String> words = translations.get(Languages.bestOf(locale));
        if (words == null) {
            return form;
        }
        try {
            JsonNode root = json.readTree(form);
            translate(root, words);
            return json.writeValueAsBytes(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void translate(JsonNode node, Map<String, String> words) {
        if (node instanceof ObjectNode object) {
            for (String field : TEXTS) {
                if (object.path(field).isTextual()) {
                    String text = object.get(field).asText();
                    object.put(field, words.getOrDefault(text, text));
                }
            }
        }
        node.forEach(child -> translate(child, words));
    }
}
