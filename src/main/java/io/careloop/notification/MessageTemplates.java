package io.careloop.notification;

import io.careloop.engine.Languages;
import io.careloop.notification.MessageTemplate.Purpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All message templates, read once from {@code processes/notification/templates/<name>.<language>.txt}. */
@Component
class MessageTemplates {

    private static final String FILES = "classpath*:processes/notification/templates/*.txt";

    private final Map<String, MessageTemplate> templates = new TreeMap<>();

    @Autowired
    MessageTemplates() {
        this(read());
    }

    MessageTemplates(Collection<MessageTemplate> all) {
        all.forEach(template -> templates.put(key(template.name(), template.language()), template));
    }

    /**
     * The template in the closest of our languages.
     *
     * @throws IllegalArgumentException if there is none of this name, if it is for somebody else, or if it is retired
     */
    MessageTemplate get(String name, Purpose purpose, Locale locale) {
        MessageTemplate template = templates.get(key(name, languageFor(locale)));
        if (template == null) {
            template = templates.get(key(name, Locale.ENGLISH.toLanguageTag()));
        }
        if (template == null || template.purpose() != purpose) {
            throw new IllegalArgumentException("There is no message template \"%s\" for %s"
                    .formatted(name, purpose.name().toLowerCase(Locale.ROOT)));
        }
        if (template.retired() != null) {
            throw new IllegalArgumentException(
                    "The message template \"%s\" is retired: %s".formatted(name, template.retired()));
        }
        return template;
    }

    /** Whether there is one in use. */
    boolean has(String name, Purpose purpose) {
        return all(purpose, Locale.ENGLISH).stream()
                .anyMatch(template -> template.name().equals(name));
    }

    /** Templates in use of one purpose, in one language. */
    List<MessageTemplate> all(Purpose purpose, Locale locale) {
        String language = languageFor(locale);
        return templates.values().stream()
                .filter(template -> template.language().equals(language))
                .filter(template -> template.purpose() == purpose && template.retired() == null)
                .toList();
    }

    Collection<MessageTemplate> all() {
        return templates.values();
    }

    private static List<MessageTemplate> read() {
        List<MessageTemplate> templates = new ArrayList<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                String[] parts = file.getFilename().split("\\.");
                templates.add(
                        MessageTemplate.parse(parts[0], parts[1], file.getContentAsString(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return templates;
    }

    private static String languageFor(Locale locale) {
        return Languages.bestOf(locale).toLanguageTag();
    }

    private static String key(String name, String language) {
        return name + "." + language;
    }
}
