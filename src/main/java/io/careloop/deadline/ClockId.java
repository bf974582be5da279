package io.careloop.deadline;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which clock of a case: {@code firstResponse}, {@code resolution}, {@code promise.3}.
 *
 * @param subject what a clock is about where a case has several of its kind; empty where it has one
 */
public record ClockId(ClockKind kind, String subject) implements Comparable<ClockId> {

    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9-]{0,40}");
    private static final Comparator<ClockId> ORDER = Comparator.comparing(ClockId::kind)
            .thenComparing(id -> id.subject.length())
            .thenComparing(ClockId::subject);

    public static final ClockId FIRST_RESPONSE = of(ClockKind.FIRST_RESPONSE);
    public static final ClockId RESOLUTION = of(ClockKind.RESOLUTION);
    public static final ClockId SILENCE = of(ClockKind.SILENCE);

    /** @throws IllegalArgumentException if the subject has other characters than letters, digits and hyphens */
    public ClockId {
        if (!SUBJECT.matcher(subject).matches()) {
            throw new IllegalArgumentException("No subject of a clock: " + subject);
        }
    }

    public static ClockId of(ClockKind kind) {
        return new ClockId(kind, "");
    }

    public static ClockId of(ClockKind kind, int number) {
        return new ClockId(kind, String.valueOf(number));
    }

    /** Empty if the text names no clock. */
    public static Optional<ClockId> find(String text) {
        String[] parts = text.split("\\.", 2);
        String subject = parts.length == 1 ? "" : parts[1];
        return SUBJECT.matcher(subject).matches()
                ? ClockKind.of(parts[0]).map(kind -> new ClockId(kind, subject))
                : Optional.empty();
    }

    /** @throws IllegalArgumentException if the text names no clock */
    public static ClockId parse(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("There is no clock " + text));
    }

    /**
     * Clocks with commas between them: {@code resolution,silence}.
     *
     * @throws IllegalArgumentException if the text names another
     */
    public static List<ClockId> parseAll(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .map(ClockId::parse)
                .toList();
    }

    /** In the order of the kinds, then of the subjects, numbers as numbers. */
    @Override
    public int compareTo(ClockId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return subject.isEmpty() ? kind.code() : kind.code() + "." + subject;
    }
}
