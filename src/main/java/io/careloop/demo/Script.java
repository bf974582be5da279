package io.careloop.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What is asked and said: {@code demo/requests.json} and {@code demo/words.json}. */
@Component
@Profile("demo")
class Script {

    private final List<Template> templates;
    private final Map<String, Map<String, List<String>>> words;

    Script(ObjectMapper json) {
        this.templates = read(json, "demo/requests.json", new TypeReference<>() {});
        this.words = read(json, "demo/words.json", new TypeReference<>() {});
    }

    private static <T> T read(ObjectMapper json, String file, TypeReference<T> type) {
        try {
            return json.readValue(new ClassPathResource(file).getContentAsByteArray(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A kind of request, the heavier the more often. */
    Template template(Draw draw) {
        int at = draw.number(1, templates.stream().mapToInt(Template::weight).sum());
        for (Template template : templates) {
            at -= template.weight();
            if (at <= 0) {
                return template;
            }
        }
        throw new IllegalStateException("The weights do not add up");
    }

    /** @param subject such as {@code nudge}; language is {@code en} or {@code zh} */
    List<String> words(String subject, String language) {
        return words.get(subject).get(language);
    }

    /**
     * A kind of request.
     *
     * @param category    what a person takes it for where no rule does
     * @param departments who else may be asked
     * @param texts       by language
     */
    record Template(
            String kind,
            int weight,
            String category,
            String team,
            String cause,
            List<String> departments,
            Map<String, Texts> texts) {}

    /** Words of customers to choose from, and what is answered; with names in braces to fill in. */
    record Texts(List<String> words, String problem, String solution, String done) {}
}
