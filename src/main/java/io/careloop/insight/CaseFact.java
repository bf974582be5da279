package io.careloop.insight;

import java.time.Instant;
import java.util.List;

/** Something that the modules did with a case. The words of people are left to the case, where they can be erased. */
sealed interface CaseFact {

    Instant at();

    /**
     * The file of a case as it is from now on.
     *
     * @param contact id of the customer
     */
    record CaseSeen(
            Instant at,
            String channel,
            String urgency,
            String language,
            String contact,
            String status,
            String stage,
            String owner,
            String category,
            String priority,
            String team,
            String cause,
            String linkedTo,
            String restrictedTo,
            int reopened,
            Instant registeredAt,
            Instant firstResponseAt,
            Instant resolvedAt,
            Instant closedAt)
            implements CaseFact {}

    /** @param stage name of a {@link io.careloop.cases.Stage} */
    record StageReached(Instant at, String stage) implements CaseFact {}

    /**
     * An entry of the timeline.
     *
     * @param kind  name of a {@link io.careloop.cases.TimelineEntry.Kind}
     * @param field for an edit: which one
     */
    record Happened(Instant at, String kind, String actor, String field) implements CaseFact {}

    /**
     * A clock as it is from now on.
     *
     * @param clock          such as {@code firstResponse} or {@code promise.3}
     * @param followed       whether people are told of it
     * @param countedSeconds what of its limit was counted when it stopped; null while it runs
     */
    record ClockSeen(
            Instant at,
            String clock,
            boolean followed,
            String limit,
            Instant startedAt,
            Instant dueAt,
            Instant stoppedAt,
            Long countedSeconds)
            implements CaseFact {}

    /** @param groups whose members may take the task, in the order of their names */
    record TaskOffered(Instant at, String task, List<String> groups) implements CaseFact {}

    /** @param score from 0 to 10; null for none */
    record WordGiven(Instant at, String word, Integer score) implements CaseFact {}
}
