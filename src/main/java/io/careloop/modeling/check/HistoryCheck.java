package io.careloop.modeling.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is kept of a case outlives the case: the engine counts the days from its beginning. */
final class HistoryCheck {

    private static final Pattern DAYS = Pattern.compile("(\\d{1,6})|P(\\d{1,6})D");

    /** @param atLeast days */
    static void check(Node definition, String timeToLive, int atLeast, Findings findings) {
        Matcher days = DAYS.matcher(timeToLive);
        if (timeToLive.isEmpty()) {
            findings.fault(definition, "history");
        } else if (!days.matches()) {
            findings.fault(definition, "history-form", timeToLive);
        } else if (Integer.parseInt(days.group(1) == null ? days.group(2) : days.group(1)) < atLeast) {
            findings.fault(definition, "history-short", timeToLive, String.valueOf(atLeast));
        }
    }

    private HistoryCheck() {}
}
