package io.careloop.deadline;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Instants as they are kept: to the microsecond, always written with six digits of it. */
final class Moments {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    static Instant kept(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** Not before the instant, and nothing that a timer of the engine would cut off. */
    static Instant forTimer(Instant instant) {
        Instant cut = instant.truncatedTo(ChronoUnit.MILLIS);
        return cut.isBefore(instant) ? cut.plusMillis(1) : cut;
    }

    static String text(Instant instant) {
        return FORM.format(instant);
    }

    private Moments() {}
}
