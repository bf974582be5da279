package io.careloop.deadline;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseMessage;
import io.careloop.cases.CaseMessage.Direction;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Conversation;
import io.careloop.deadline.ClockFact.What;
import io.careloop.notification.CustomerTold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clock since the customer last heard from us. Each word to them starts it anew, unless they have a question of ours
 * to answer, which does not count at all; it stops with the resolution.
 */
@Component
public class Silences {

    /** What is written in the same minute is one word: a case is acknowledged as it is registered. */
    private static final Duration SAME_WORD = Duration.ofMinutes(1);

    /** There is one moment to act; what is done then, the diagram says. */
    private static final List<Threshold> AT_THE_END = List.of(new Threshold(100, List.of(), null, false));

    private final SilenceTable table;
    private final ClockChanges changes;
    private final CaseFiles cases;
    private final Conversation conversation;
    private final SilenceWatch watch;
    private final ClockTimeline timeline;

    Silences(
            SilenceTable table,
            ClockChanges changes,
            CaseFiles cases,
            Conversation conversation,
            SilenceWatch watch,
            ClockTimeline timeline) {
        this.table = table;
        this.changes = changes;
        this.cases = cases;
        this.conversation = conversation;
        this.watch = watch;
        this.timeline = timeline;
    }

    /** How a silence that has lasted too long is answered, and by when if by a person. */
    public record Answer(SilenceRule.Answer by, Instant due) {}

    /** Empty if the customer may hear nothing for as long as it takes. */
    Optional<ClockRecord> first(CaseFile file, Instant from, BusinessCalendar calendar, String process) {
        return rule(file, null).limit().map(limit -> {
            ClockStart start = new ClockStart(limit, from, calendar.name(), process, AT_THE_END);
            return ClockRecord.start(file.reference().value(), ClockId.SILENCE, start, from, calendar);
        });
    }

    /** The limit of the category and priority that the case has now; never a later one. */
    Optional<Step> reassessed(CaseFile file, ClockRecord clock, Instant now, String reason) {
        if (!clock.isRunning()) {
            return Optional.empty();
        }
        Optional<Limit> limit = rule(file, null).limit();
        return limit.isEmpty()
                ? Optional.of(Step.stopped(clock.stop(changes.calendarOf(clock), now)))
                : limit.map(shorter ->
                                clock.under(shorter, clock.telling().thresholds(), changes.calendarOf(clock), now))
                        .filter(after -> after != clock)
                        .map(after -> Step.ruled(What.REASSESSED, after, reason));
    }

    /** Within the transaction that queues the message. */
    @EventListener
    void on(CustomerTold told) {
        CaseFile file = told.file();
        Instant at = Moments.kept(told.at());
        List<ClockRecord> before = changes.hold(file.reference()).clocks();
        SilenceRule rule = rule(file, Objects.requireNonNullElse(told.template(), SilenceTable.PERSON));
        if (rule.counts()) {
            changes.change(
                    file.reference(),
                    Actors.SYSTEM,
                    clock -> isBroken(clock, at) ? begun(clock, rule, at) : Optional.empty());
            over(file.reference(), before);
        }
    }

    private boolean isBroken(ClockRecord clock, Instant at) {
        return clock.id().equals(ClockId.SILENCE)
                && clock.isRunning()
                && !clock.counting().isPausedAt(at)
                && clock.counting().start().plus(SAME_WORD).isBefore(at);
    }

    private Optional<Step> begun(ClockRecord clock, SilenceRule rule, Instant at) {
        return Optional.of(rule.limit()
                .map(limit -> Step.started(clock.restarted(limit, at, changes.calendarOf(clock))))
                .orElseGet(() -> Step.stopped(clock.stop(changes.calendarOf(clock), at))));
    }

    /** Whoever was asked to write need not, once the clock has begun anew or has stopped. */
    void over(CaseReference reference, List<ClockRecord> before) {
        boolean isUnderWay = before.stream()
                .anyMatch(clock -> clock.id().equals(ClockId.SILENCE)
                        && clock.isRunning()
                        && clock.telling().toldPercent() > 0);
        if (isUnderWay) {
            watch.end(reference);
        }
    }

    /**
     * Answers a silence that has lasted too long. A notice that goes out by itself breaks it in time; where a person has to
     * write, nobody has written in time, and {@link io.careloop.cases.DeadlineMissed} says so.
     *
     * @return empty if nothing is to be done any longer, since the table says so now
     */
    @Transactional
    public Optional<Answer> answer(CaseReference reference) {
        SilenceRule rule = rule(cases.get(reference), lastWord(reference));
        Optional<ClockRecord> silent = changes.hold(reference).clocks().stream()
                .filter(clock -> clock.id().equals(ClockId.SILENCE) && clock.isRunning())
                .filter(clock -> rule.limit().isPresent())
                .findFirst();
        if (rule.answer() == SilenceRule.Answer.TASK) {
            silent.ifPresent(timeline::tellMissed);
        }
        return silent.map(
                clock -> new Answer(rule.answer(), rule.within().dueAfter(changes.now(), changes.calendarOf(clock))));
    }

    private SilenceRule rule(CaseFile file, String heard) {
        return table.of(file.category(), file.priority(), file.stage().name(), heard);
    }

    private String lastWord(CaseReference reference) {
        return conversation.of(reference).stream()
                .filter(message -> message.direction() == Direction.OUT)
                .reduce((earlier, later) -> later)
                .map(CaseMessage::template)
                .orElse(SilenceTable.PERSON);
    }
}
