package io.careloop.modeling.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * A run: what a changed model would have said of a period.
 *
 * @param subject key of the table or diagram, name of the calendar
 * @param file    name of the file that was brought
 * @param until   not included
 * @param endedAt null while it waits or runs
 * @param total   what there is to look at; 0 until it runs
 * @param counts  by outcome, none missing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Replay(
        long id,
        Kind kind,
        String subject,
        String file,
        String sha256,
        Instant since,
        Instant until,
        String startedBy,
        Instant startedAt,
        Instant endedAt,
        State state,
        long total,
        Map<Outcome, Long> counts) {

    /** What was changed. */
    public enum Kind {
        TABLE,
        CALENDAR,
        LIMITS,
        DIAGRAM;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far it came. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED,
        /** Whoever ran it has not been heard of for a while, such as after a restart. */
        INTERRUPTED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isGoingOn() {
        return state == State.WAITING || state == State.RUNNING;
    }

    public long done() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** All but what it cannot be told of. */
    public long told() {
        return done() - count(Outcome.UNKNOWN);
    }

    /** Share of the cases that would have got stuck, of those of which it can be told; 0 if there are none. */
    public double stuckPercent() {
        return kind != Kind.DIAGRAM || told() == 0 ? 0 : count(Outcome.FAILED) * 100.0 / told();
    }

    public long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /**
     * How often something would have been another.
     *
     * @param what  name of the output, kind of the clock; of a diagram what is meant and its name, such as "path Gateway"
     * @param after as it would have been
     */
    public record Count(String what, String before, String after, long count) {}

    /**
     * One thing that would have been different, or that cannot be told.
     *
     * @param reference null if not everybody may know of the case
     * @param what      key of the table, name of the clock, name of the node; codes of the messages that are lost
     * @param after     as it would have been; why there is none, where it failed or is unknown
     * @param ruleBefore numbers of the rows that fired with commas between; version of the diagram; null where there are
     *     neither
     */
    public record Row(
            long number,
            Outcome outcome,
            String reference,
            Instant at,
            String what,
            String before,
            String after,
            String ruleBefore,
            String ruleAfter) {}
}
