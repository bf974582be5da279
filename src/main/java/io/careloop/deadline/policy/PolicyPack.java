package io.careloop.deadline.policy;

import io.careloop.deadline.Limit;
import io.careloop.deadline.StartRule;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of one standard or regulator for the deadlines of cases, in one version. Null is what is not known: then the
 * default pack's rule counts, but nothing is paused or extended.
 *
 * @param counsel     what to do before it is switched on; null for the default pack
 * @param validFrom   first day on which a case may start under it
 * @param calendar    by which it is counted; null for the one of the settings
 * @param limits      by clock, each at most once for a category; empty for a pack that leaves them to the decision table
 * @param extension   steps in the order of their maximum; none if nothing may be extended
 * @param messages    what the customer has to be told; the first of a moment that applies
 * @param retention   how long what is recorded is kept
 */
public record PolicyPack(
        String id,
        int version,
        Words name,
        boolean shippedOn,
        String counsel,
        Source source,
        LocalDate validFrom,
        StartRule start,
        String calendar,
        Map<LimitedClock, List<CategoryLimit>> limits,
        List<AllowedPause> pauses,
        List<ExtensionStep> extension,
        Map<Moment, List<MessageRule>> messages,
        OutsideRemedy outsideRemedy,
        Words record,
        Period retention,
        List<Words> notes) {

    /** The pack that rules where no other is on. */
    public static final String DEFAULT = "default";

    /** What a pack may limit. */
    public enum LimitedClock {
        ACKNOWLEDGEMENT("acknowledgement"),
        FIRST_RESPONSE("firstResponse"),
        RESOLUTION("resolution");

        private final String field;

        LimitedClock(String field) {
            this.field = field;
        }

        /** What it is called in the file of a pack and in the API. */
        public String field() {
            return field;
        }
    }

    /** Where the rules come from. */
    public record Source(Certainty sure, String of) {}

    /** How sure we are of a pack. */
    public enum Certainty {
        /** Our own rule. */
        HOUSE,
        /** The text of the standard was read. */
        READ,
        /** Somebody else's account of it was read. */
        SECONDARY,
        /** Somebody's account, of doubtful quality. */
        WEAK,
        /** Nothing but its title. */
        TITLE
    }

    /** @param category of cases that it is for; null for all that have none of their own */
    public record CategoryLimit(String category, Limit limit) {}

    /**
     * A reason for which a clock may be paused.
     *
     * @param by      groups that may
     * @param maximum how long it may last at most
     */
    public record AllowedPause(String reason, Set<String> by, Limit maximum) {}

    /**
     * How far a deadline may be extended, and by whom.
     *
     * @param category of cases that it is for; null for all
     * @param by       groups that may; null if not known
     * @param maximum  null if not known
     * @param from     what the maximum is counted from
     */
    public record ExtensionStep(String category, Set<String> by, Limit maximum, CountedFrom from) {}

    /** What the maximum of an extension is counted from. */
    public enum CountedFrom {
        /** The start of the clock. */
        START,
        /** The due date that the clock had before it was first extended. */
        DUE
    }

    /** When the customer has to be told something; {@link #template} is what is said where a pack names nothing else. */
    public enum Moment {
        ACKNOWLEDGEMENT("acknowledgement", "acknowledgement"),
        EXTENSION("extension", "deadline-extended"),
        MISSED_RESOLUTION("missedResolution", "resolution-missed"),
        FINAL_ANSWER("finalAnswer", "final-answer"),
        CLOSING("closing", "case-closed");

        private final String field;
        private final String template;

        Moment(String field, String template) {
            this.field = field;
            this.template = template;
        }

        public String field() {
            return field;
        }

        public String template() {
            return template;
        }
    }

    /** @param resolvedWithin applies to cases that were resolved within this; null for all */
    public record MessageRule(String template, Limit resolvedWithin) {}

    /**
     * Where a customer can turn to outside.
     *
     * @param name  null if the pack has none
     * @param reach how; null if not known
     */
    public record OutsideRemedy(Words name, Words reach) {

        static final OutsideRemedy NONE = new OutsideRemedy(null, null);

        public boolean exists() {
            return name != null;
        }
    }

    public boolean isDefault() {
        return id.equals(DEFAULT);
    }

    /** The limit for cases of a category, null while there is none; empty if the pack does not say. */
    public Optional<Limit> limit(LimitedClock clock, String category) {
        List<CategoryLimit> rows = limits.getOrDefault(clock, List.of());
        return rows.stream()
                .filter(row -> row.category() != null && row.category().equals(category))
                .findFirst()
                .or(() -> rows.stream().filter(row -> row.category() == null).findFirst())
                .map(CategoryLimit::limit);
    }

    /** Steps by which a case of the category may be extended; empty if none, or if that is not known. */
    public List<ExtensionStep> extensionFor(String category) {
        return extension == null
                ? List.of()
                : extension.stream()
                        .filter(step ->
                                step.category() == null || step.category().equals(category))
                        .toList();
    }

    /** What has to be told, by its first rule that applies; empty if nothing has to be. */
    public List<MessageRule> rulesFor(Moment moment) {
        return messages.getOrDefault(moment, List.of());
    }

    /** Where the customer can turn to outside; empty if nowhere, or if that is not known. */
    public Optional<OutsideRemedy> remedy() {
        return Optional.ofNullable(outsideRemedy).filter(OutsideRemedy::exists);
    }

    /** Whether it needs no other pack to be counted by. */
    boolean isComplete() {
        return start != null
                && (extension == null
                        || extension.stream().allMatch(step -> step.by() != null && step.maximum() != null));
    }

    PolicyPack withVersion(int other) {
        return new PolicyPack(
                id,
                other,
                name,
                shippedOn,
                counsel,
                source,
                validFrom,
                start,
                calendar,
                limits,
                pauses,
                extension,
                messages,
                outsideRemedy,
                record,
                retention,
                notes);
    }

    boolean isValidOn(LocalDate day) {
        return validFrom == null || !day.isBefore(validFrom);
    }

    @Override
    public String toString() {
        return "%s version %d".formatted(Objects.requireNonNull(id), version);
    }
}
