package io.careloop.modeling.replay;

import io.careloop.modeling.replay.Answer.Difference;
import java.time.Instant;
import java.util.List;

/**
 * What a replay says of one thing that was recorded.
 *
 * @param reference   of the case; null if not everybody may know of it
 * @param what        key of the table, name of the clock; name of the node, codes of messages
 * @param before      as recorded; "" if nothing was
 * @param after       as it would have been; why there is none, where it failed or is unknown
 * @param ruleBefore  numbers of the rows that fired, version of the diagram; null where there are neither
 * @param differences counted under what they are differences of
 */
record Line(
        Outcome outcome,
        String reference,
        Instant at,
        String what,
        String before,
        String after,
        String ruleBefore,
        String ruleAfter,
        List<Difference> differences) {

    /** What is listed; of the rest only the number is kept. */
    boolean isListed() {
        return outcome != Outcome.SAME && outcome != Outcome.MOVED;
    }
}
