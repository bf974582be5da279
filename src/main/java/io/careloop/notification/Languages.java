package io.careloop.notification;

import java.util.List;
import java.util.Locale;

/** The languages that messages are written in. */
final class Languages {

    static final String ENGLISH = "en";
    static final String SIMPLIFIED_CHINESE = "zh-CN";
    static final String TRADITIONAL_CHINESE = "zh-TW";

    static final List<String> ALL = List.of(ENGLISH, SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE);

    private static final List<String> TRADITIONAL_REGIONS = List.of("TW", "HK", "MO");

    /** The one of our languages that a reader of this locale reads best. */
    static String closestTo(Locale locale) {
        if (!"zh".equals(locale.getLanguage())) {
            return ENGLISH;
        }
        boolean traditional = locale.getScript().isEmpty()
                ? TRADITIONAL_REGIONS.contains(locale.getCountry())
                : "Hant".equals(locale.getScript());
        return traditional ? TRADITIONAL_CHINESE : SIMPLIFIED_CHINESE;
    }

    private Languages() {}
}
