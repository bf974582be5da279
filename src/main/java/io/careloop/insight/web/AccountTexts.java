package io.careloop.insight.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** What happened to a case, in the reader's language. */
record AccountTexts(MessageSource messages, Locale locale) {

    private static final int UNITS_SHOWN = 2;

    /** The name of something where it has one here, else itself; a dash for null. */
    public String named(String prefix, Object value) {
        return value == null ? "—" : messages.getMessage(prefix + "." + value, null, value.toString(), locale);
    }

    /** Such as "2 d 3 h"; the two greatest units are enough. */
    public String length(Duration length) {
        List<String> parts = new ArrayList<>();
        add(parts, "days", length.toDays());
        add(parts, "hours", length.toHoursPart());
        add(parts, "minutes", length.toMinutesPart());
        add(parts, "seconds", length.toSecondsPart());
        return parts.isEmpty()
                ? part("seconds", 0)
                : String.join(" ", parts.subList(0, Math.min(UNITS_SHOWN, parts.size())));
    }

    private void add(List<String> parts, String unit, long count) {
        if (count > 0) {
            parts.add(part(unit, count));
        }
    }

    private String part(String unit, long count) {
        return messages.getMessage("insightcase.length." + unit, new Object[] {count}, locale);
    }
}
