package io.careloop.insight;

import io.careloop.cases.CaseFile;
import io.careloop.insight.CaseFact.CaseSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A case as it went, for one reader: what they may not see is not in it.
 *
 * @param file    the case file with the words of the customer; empty for those who may not see them, and after it was erased
 * @param runs    process instances in the order of their start
 * @param moments all that happened, oldest first
 * @param path    of the instance that was asked for; empty if the case has no such
 */
public record CaseAccount(
        Head head, Optional<CaseFile> file, List<Run> runs, List<Moment> moments, Optional<Path> path) {

    /**
     * @param standsAt names of the nodes at which the case waits
     * @param nextDue  null if nothing is due
     */
    public record Head(
            String reference,
            String status,
            String stage,
            String owner,
            String category,
            String priority,
            String team,
            String channel,
            String cause,
            String restrictedTo,
            int reopened,
            Instant registeredAt,
            Instant firstResponseAt,
            Instant resolvedAt,
            Instant closedAt,
            Instant nextDue,
            boolean breached,
            List<String> standsAt,
            String word,
            Integer score,
            Took took) {

        static Head of(CaseLine line, List<String> standsAt, Took took) {
            CaseSeen file = line.file();
            return new Head(
                    line.reference(),
                    file.status(),
                    line.stage(),
                    file.owner(),
                    file.category(),
                    file.priority(),
                    file.team(),
                    file.channel(),
                    file.cause(),
                    file.restrictedTo(),
                    file.reopened(),
                    file.registeredAt(),
                    file.firstResponseAt(),
                    file.resolvedAt(),
                    file.closedAt(),
                    line.nextDue(),
                    line.breached(),
                    standsAt,
                    line.word(),
                    line.score(),
                    took);
        }
    }

    /** How long something took or has lasted so far, by the clock and in opening hours. */
    public record Took(Duration elapsed, Duration business) {}

    /**
     * A process instance.
     *
     * @param name  of the diagram, its key if that is gone
     * @param state as the engine's history says it; null while it runs
     */
    public record Run(
            String id,
            String definition,
            String name,
            int version,
            String definitionId,
            String startedBy,
            Instant startedAt,
            Instant endedAt,
            String state,
            Took took) {}

    /** @param value text, number or truth value; null also for what is none of them */
    public record Variable(String name, Object value) {}

    /** One line of the timeline. */
    public sealed interface Moment {

        Instant at();

        /** By which pages tell them apart. */
        default String kind() {
            return getClass().getSimpleName();
        }

        /** Whether somebody did it, or was told; the other moments are those of the processes. */
        default boolean isOfPeople() {
            return this instanceof Entry || this instanceof Letter;
        }
    }

    public record RunStarted(Instant at, Run run, List<Variable> variables) implements Moment {}

    public record RunEnded(Instant at, Run run) implements Moment {}

    /**
     * A visit of a node.
     *
     * @param until null while it lasts
     * @param round how often the instance had been there, this visit included
     */
    public record Step(
            Instant at,
            Instant until,
            Run run,
            String node,
            String name,
            String type,
            int round,
            String assignee,
            Took took,
            boolean cancelled,
            boolean failed,
            boolean breached,
            boolean unfinished,
            List<Variable> variables)
            implements Moment {}

    /** @param node name of the node that asked; null if no diagram did */
    public record Decided(Instant at, Run run, String node, Reasons reasons) implements Moment {}

    /**
     * Something that the case file says of it.
     *
     * @param entry name of a {@link io.careloop.cases.TimelineEntry.Kind}
     */
    public record Entry(
            Instant at, String entry, String actor, String text, String field, String oldValue, String newValue)
            implements Moment {}

    /** A message of ours and how far it came. */
    public record Letter(
            Instant at,
            Instant changedAt,
            String recipient,
            String template,
            String subject,
            String state,
            int attempts,
            String error)
            implements Moment {}

    /** @param until when it was repaired; null while it is open */
    public record Trouble(Instant at, Instant until, Run run, String node, String type, String message)
            implements Moment {}

    /**
     * Why a decision came out as it did.
     *
     * @param table  name of the decision
     * @param inputs what was known, by the label of the column
     */
    public record Reasons(String table, Map<String, Object> inputs, List<FiredRule> rules) {}

    /**
     * @param number     of the row, from 1; 0 if the table is gone
     * @param annotation "" for none
     * @param conditions those that the row has, by the label of the column
     * @param outputs    by the label of the column
     */
    public record FiredRule(
            int number, String annotation, Map<String, String> conditions, Map<String, Object> outputs) {}

    /** The way that a process instance took through its diagram. */
    public record Path(Run run, boolean isDrawn, List<PathNode> nodes, Map<String, Long> flows) {}

    /**
     * @param visits how often it was there
     * @param here   whether it is there now
     */
    public record PathNode(
            String node,
            String name,
            String type,
            int visits,
            Instant firstAt,
            Took took,
            boolean here,
            boolean failed,
            boolean breached,
            boolean unfinished) {}
}
