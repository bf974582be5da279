package io.careloop.recovery;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseReference;
import io.careloop.cases.RecoveryEnded;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.deadline.WorkingTime;
import io.careloop.notification.OutboundWords;
import io.careloop.recovery.Recovery.Ending;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done to win a customer back, step by step. */
@Service
public class Recoveries {

    private static final int SHORTEST_APOLOGY = 10;

    private final RecoveryStore store;
    private final Timeline timeline;
    private final OutboundWords outbound;
    private final WorkingTime workingTime;
    private final RecoveryProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Recoveries(
            RecoveryStore store,
            Timeline timeline,
            OutboundWords outbound,
            WorkingTime workingTime,
            RecoveryProperties properties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.timeline = timeline;
        this.outbound = outbound;
        this.workingTime = workingTime;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    /** Whoever apologises stands for it from now on. In a restricted case the words have to be approved like any others. */
    @Transactional
    public Step apologise(CaseReference reference, String words, String actor) {
        if (words == null || words.length() < SHORTEST_APOLOGY) {
            return new Step.Refused("apology-needed");
        }
        Optional<String> unapproved = outbound.refusalOf(reference, words);
        if (unapproved.isPresent()) {
            return new Step.Refused(unapproved.get());
        }
        Instant now = clock.instant();
        store.apologised(open(reference).id(), actor, words, now);
        timeline.note(reference, Kind.APOLOGISED, actor, words);
        return new Step.Done(workingTime.plus(now, properties.makeGoodWithin()));
    }

    /** Keeps what is done about the failure itself. */
    @Transactional
    public Step fix(CaseReference reference, String fix, String actor) {
        if (fix == null) {
            return new Step.Refused("fix-needed");
        }
        store.fixed(open(reference).id(), fix);
        timeline.note(reference, Kind.MADE_GOOD, actor, fix);
        return new Step.Done(clock.instant());
    }

    /** When to ask the customer: some business days later, in hours in which people may be called. */
    public CheckWindow planCheck(CaseReference reference) {
        Instant earliest = workingTime.plusDays(clock.instant(), properties.checkAfterDays());
        Instant opens = workingTime.nextBetween(earliest, properties.callingFrom(), properties.callingUntil());
        return new CheckWindow(
                opens,
                opens.atZone(workingTime.zone()).with(properties.callingUntil()).toInstant());
    }

    /**
     * Keeps what the customer says of it; the recovery ends unless it goes on.
     *
     * @param answer    one of {@link CheckAnswer}
     * @param note      in the customer's words; needed with a no
     * @param causeCode needed once the customer is content
     */
    @Transactional
    public CheckOutcome check(
            CaseReference reference, CheckAnswer answer, String note, String causeCode, String actor) {
        if (answer == null) {
            return new CheckOutcome.Refused("recovery-answer-needed");
        }
        if (answer == CheckAnswer.NOT_CONTENT && note == null) {
            return new CheckOutcome.Refused("note-needed");
        }
        if (causeCode == null) {
            return new CheckOutcome.Refused("cause-needed");
        }
        Recovery recovery = open(reference);
        store.checked(recovery.id(), causeCode);
        timeline.note(
                reference, Kind.RECOVERY_CHECKED, actor, note == null ? answer.code() : answer.code() + " · " + note);
        boolean lastTry = recovery.checks() + 1 >= properties.checks();
        if (answer == CheckAnswer.CONTENT) {
            end(recovery, Ending.MADE_GOOD, causeCode);
        } else if (answer == CheckAnswer.NOT_REACHED && lastTry) {
            end(recovery, Ending.NOT_REACHED, causeCode);
        }
        return new CheckOutcome.Taken(answer == CheckAnswer.NOT_REACHED && !lastTry);
    }

    /** The case is withdrawn. */
    @Transactional
    public void endWithCase(CaseReference reference) {
        store.findOpen(reference).ifPresent(recovery -> end(recovery, Ending.CASE_OVER, recovery.causeCode()));
    }

    private void end(Recovery recovery, Ending ending, String causeCode) {
        store.end(recovery.id(), ending, clock.instant());
        String code = ending.name().toLowerCase(Locale.ROOT).replace('_', '-');
        timeline.note(recovery.reference(), Kind.RECOVERY_ENDED, Actors.SYSTEM, code);
        events.publishEvent(new RecoveryEnded(recovery.reference(), causeCode, code));
    }

    /** The one that goes on. */
    public Optional<Recovery> openOf(CaseReference reference) {
        return store.findOpen(reference);
    }

    /** The newest, whether it goes on or not. */
    public Optional<Recovery> latestOf(CaseReference reference) {
        List<Recovery> all = store.of(reference);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Oldest first. */
    public List<Recovery> of(CaseReference reference) {
        return store.of(reference);
    }

    /** What the recovery is to make good: codes of what happened, each once, oldest first. */
    public List<String> failuresOf(Recovery recovery) {
        return store.failuresOf(recovery.id()).stream()
                .map(Contribution::happening)
                .distinct()
                .toList();
    }

    private Recovery open(CaseReference reference) {
        return store.findOpen(reference).orElseThrow();
    }

    /** From when until when the customer is asked. */
    public record CheckWindow(Instant opens, Instant closes) {}

    /** What became of a step. */
    public sealed interface Step {

        /** @param nextBy by when the next step is due */
        record Done(Instant nextBy) implements Step {}

        /** @param code key of the sentence for the reader, {@code refusal.<code>} in the message bundle */
        record Refused(String code) implements Step {}
    }

    /** What became of the question to the customer. */
    public sealed interface CheckOutcome {

        /** @param anotherTry whether to ask once more, since the customer was not reached */
        record Taken(boolean anotherTry) implements CheckOutcome {}

        /** @param code key of the sentence for the reader, {@code refusal.<code>} in the message bundle */
        record Refused(String code) implements CheckOutcome {}
    }
}
