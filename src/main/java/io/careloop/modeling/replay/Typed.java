package io.careloop.modeling.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;

/** Values as they were before they were recorded: dates are kept as texts. */
final class Typed {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

    static Object of(Object recorded) {
        if (recorded instanceof String text && DATE.matcher(text).matches()) {
            try {
                return Date.from(Instant.parse(text));
            } catch (DateTimeException e) {
                return text;
            }
        }
        return recorded;
    }

    private Typed() {}
}
