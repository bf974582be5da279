package io.careloop.engine;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what a check found in words that an owner of diagrams understands. */
@Component
public class FindingWords {

    private final MessageSource messages;

    FindingWords(MessageSource messages) {
        this.messages = messages;
    }

    public String sentence(ModelFinding finding, Locale locale) {
        Object[] arguments = finding.arguments().stream()
                .map(argument -> argument instanceof Map<?, ?> words ? in(words, locale) : argument)
                .map(String::valueOf)
                .toArray();
        String sentence = messages.getMessage("check." + finding.code(), arguments, locale);
        return finding.nearest().isEmpty()
                ? sentence
                : messages.getMessage("check.nearest", new Object[] {sentence, finding.nearest()}, locale);
    }

    /** File, element and sentence in one line. */
    public String line(ModelFinding finding, Locale locale) {
        StringBuilder where = new StringBuilder(finding.file());
        if (!finding.elementId().isEmpty()) {
            where.append(", ").append(finding.elementId());
        }
        if (!finding.elementName().isEmpty()) {
            where.append(" \"").append(finding.elementName()).append('"');
        }
        return where + ": " + sentence(finding, locale);
    }

    private static Object in(Map<?, ?> words, Locale locale) {
        Object best = words.get(Languages.bestOf(locale).toLanguageTag());
        return best == null ? words.get(Locale.ENGLISH.toLanguageTag()) : best;
    }
}
