package io.careloop.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * One visit of a node of a diagram.
 *
 * @param number     in the order of entering, from 1 in each case
 * @param id         the engine's id of the visit
 * @param instance   id of the process instance
 * @param type       such as {@code userTask}
 * @param parent     id of the visit of the subprocess around it, or of the instance
 * @param called     id of the instance that a call activity started; null for other nodes
 * @param round      how often the instance had been at the node, this visit included
 * @param takenAt    when somebody took the task first; null for none
 * @param leftAt     null while it lasts
 * @param cancelled  whether something else ended it, such as a boundary event
 * @param assignee   user id of whoever had the task last; null for none
 * @param offeredTo  group whose members may take the task, of several the first by name; null for none
 * @param failed     whether an incident happened here
 * @param breached   whether a deadline that people follow passed meanwhile
 * @param unfinished whether the case ended here before it was finished
 * @param row        of the newest fact about it
 */
record Visit(
        int number,
        String id,
        String instance,
        String definition,
        int version,
        String node,
        String type,
        String parent,
        String called,
        int round,
        Instant enteredAt,
        Instant takenAt,
        Instant leftAt,
        boolean cancelled,
        String assignee,
        String offeredTo,
        boolean failed,
        boolean breached,
        boolean unfinished,
        long row) {

    private static final String USER_TASK = "userTask";

    /** At which a case stands and waits for something or somebody. */
    private static final Set<String> WAITING_FOR_AN_EVENT = Set.of(
            "receiveTask",
            "intermediateTimer",
            "intermediateMessageCatch",
            "intermediateSignalCatch",
            "intermediateConditional",
            "eventBasedGateway");

    boolean isTask() {
        return USER_TASK.equals(type);
    }

    /** Whether the case itself waits here; what a call activity or a subprocess waits for is a visit of its own. */
    boolean isWait() {
        return isTask() || WAITING_FOR_AN_EVENT.contains(type);
    }

    /** Until somebody took the task, or until the event came; null while it lasts, and for what never waits. */
    Long waitMillis() {
        if (isTask()) {
            Instant until = takenAt != null ? takenAt : leftAt;
            return until == null ? null : between(enteredAt, until);
        }
        return isWait() && leftAt != null ? between(enteredAt, leftAt) : null;
    }

    /** From when somebody took the task until it was left; all of the time at other nodes; null while it lasts. */
    Long workMillis() {
        Instant from = isTask() ? takenAt : isWait() ? null : enteredAt;
        return leftAt == null || from == null ? null : between(from, leftAt);
    }

    private static Long between(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis());
    }
}
