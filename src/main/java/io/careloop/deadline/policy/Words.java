package io.careloop.deadline.policy;

import io.careloop.engine.Languages;
import java.util.Locale;
import java.util.Map;

/**
 * Something that a pack says to people, in each of our languages.
 *
 * @param byLanguage text by language tag
 */
public record Words(Map<String, String> byLanguage) {

    /** @throws IllegalArgumentException if a language is missing */
    public Words {
        byLanguage = Map.copyOf(byLanguage);
        for (Locale language : Languages.ALL) {
            if (byLanguage.getOrDefault(language.toLanguageTag(), "").isBlank()) {
                throw new IllegalArgumentException("is said in en, zh-CN and zh-TW");
            }
        }
    }

    public String in(Locale locale) {
        return byLanguage.get(Languages.bestOf(locale).toLanguageTag());
    }
}
