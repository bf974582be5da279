package io.careloop.deadline;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Names a notice of a clock among all: a deadline that has moved makes another one.
 *
 * @param percent    the share of the limit that is told
 * @param repetition how often it was told before
 */
record NoticeKey(String reference, ClockId clock, int percent, int repetition, Instant dueAt) {

    private static final String PREFIX = "deadline";

    static NoticeKey of(ClockRecord told) {
        return new NoticeKey(
                told.reference(),
                told.id(),
                told.telling().toldPercent(),
                told.telling().repetitions(),
                told.dueAt());
    }

    /** Empty for the key of anything else. */
    static Optional<NoticeKey> parse(String text) {
        String[] parts = text.split("/");
        if (parts.length != 6 || !parts[0].equals(PREFIX)) {
            return Optional.empty();
        }
        try {
            return ClockId.find(parts[2])
                    .map(clock -> new NoticeKey(
                            parts[1],
                            clock,
                            Integer.parseInt(parts[3]),
                            Integer.parseInt(parts[4]),
                            Instant.parse(parts[5])));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return String.join(
                "/",
                PREFIX,
                reference,
                clock.toString(),
                String.valueOf(percent),
                String.valueOf(repetition),
                dueAt.toString());
    }
}
