package io.careloop.insight.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** What happened to a case, in the reader's language. */
record AccountTexts(MessageSource messages, Locale locale) {

    private static final List<String> UNITS = List.of("days", "hours", "minutes", "seconds");

    /** The name of something where it has one here, else itself; a dash for null. */
    public String named(String prefix, Object value) {
        return value == null ? "—" : messages.getMessage(prefix + "." + value, null, value.toString(), locale);
    }

    /** Such as "2 d 3 h" or "5 min"; what is much smaller than the rest is left out. */
    public String length(Duration length) {
        long[] counts = {length.toDays(), length.toHoursPart(), length.toMinutesPart(), length.toSecondsPart()};
        int greatest = 0;
        while (greatest < counts.length - 1 && counts[greatest] == 0) {
            greatest++;
        }
        String first = part(UNITS.get(greatest), counts[greatest]);
        int next = greatest + 1;
        return next < counts.length && counts[next] > 0 ? first + " " + part(UNITS.get(next), counts[next]) : first;
    }

    private String part(String unit, long count) {
        return messages.getMessage("insightcase.length." + unit, new Object[] {count}, locale);
    }
}
