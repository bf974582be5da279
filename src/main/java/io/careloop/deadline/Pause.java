package io.careloop.deadline;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Time that a clock does not count.
 *
 * @param to     when it ended; while it lasts, when it ends at the latest
 * @param reason code of a listed reason, or one of those that follow from the way of the case
 */
public record Pause(Instant from, Instant to, String reason) {

    /** The case counted as resolved. */
    public static final String RESOLVED = "resolved";

    /** The customer has a question of ours to answer. */
    public static final String WAITING_FOR_CUSTOMER = "waiting-for-customer";

    public Interval interval() {
        return new Interval(from, to);
    }

    boolean covers(Instant instant) {
        return interval().contains(instant);
    }

    /** One line for all, as it is kept. */
    static String write(List<Pause> pauses) {
        return pauses.stream()
                .map(pause -> "%s/%s %s".formatted(Moments.text(pause.from), Moments.text(pause.to), pause.reason))
                .collect(Collectors.joining("; "));
    }

    static List<Pause> read(String text) {
        return Arrays.stream(text.split("; "))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("[/ ]"))
                .map(parts -> new Pause(Instant.parse(parts[0]), Instant.parse(parts[1]), parts[2]))
                .toList();
    }
}
