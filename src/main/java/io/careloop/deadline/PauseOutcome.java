package io.careloop.deadline;

import java.time.Instant;

/** What asking for a pause led to. A refusal is an answer, not an exception. */
public sealed interface PauseOutcome {

    /** @param until when it ends by itself, if it is not ended before */
    record Paused(DeadlineClock clock, Instant until) implements PauseOutcome {}

    /** @param code {@code deadline.pause-refused.<code>} says it in words */
    record Refused(String code) implements PauseOutcome {}
}
