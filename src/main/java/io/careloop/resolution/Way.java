package io.careloop.resolution;

import io.careloop.deadline.Limit;
import java.util.Locale;
import java.util.Map;

/**
 * A way to solve a kind of case.
 *
 * @param name     in words of the staff, by language; English is always among them
 * @param leadTime opening hours or business days until it is done
 */
public record Way(Map<Locale, String> name, Limit leadTime) {

    String nameIn(Locale locale) {
        return name.getOrDefault(locale, name.get(Locale.ENGLISH));
    }
}
