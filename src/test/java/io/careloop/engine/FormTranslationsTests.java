package io.careloop.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FormTranslationsTests {

    private final ObjectMapper json = new ObjectMapper();
    private final FormTranslations translations;

    FormTranslationsTests() throws IOException {
        translations = new FormTranslations();
    }

    @Test
    void aFormIsReadInTheUsersLanguage() throws IOException {
        byte[] form = Files.readAllBytes(Path.of("forms/resolution/resolution-analyse-request.form"));

        assertThat(new String(translations.translated(form, Locale.SIMPLIFIED_CHINESE)))
                .contains("问题清楚吗？");
        assertThat(new String(translations.translated(form, Locale.TRADITIONAL_CHINESE)))
                .contains("問題清楚嗎？");
        assertThat(translations.translated(form, Locale.ENGLISH)).isSameAs(form);
    }

    @Test
    void aTextWithoutTranslationStaysAsItIs() {
        byte[] form = "{\"components\":[{\"label\":\"A field of the owner\"}]}".getBytes();

        assertThat(new String(translations.translated(form, Locale.SIMPLIFIED_CHINESE)))
                .contains("A field of the owner");
    }

    /** Keys stay what they are: only what people read changes. */
    @TestFactory
    Stream<DynamicTest> everyLabelIsTranslated() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        byte[] form = Files.readAllBytes(file);
                        for (Locale locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE}) {
                            JsonNode translated = json.readTree(translations.translated(form, locale));
                            assertThat(translated.findValuesAsText("label"))
                                    .filteredOn(label -> !label.equals("English"))
                                    .allMatch(label -> label.codePoints().anyMatch(Character::isIdeographic));
                            assertThat(translated.findValuesAsText("key"))
                                    .isEqualTo(json.readTree(form).findValuesAsText("key"));
                        }
                    }));
        }
    }
}
