package io.careloop.deadline.policy;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseMessage.Direction;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Conversation;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.deadline.CaseDeadlines;
import io.careloop.deadline.DeadlineClock;
import io.careloop.deadline.Deadlines;
import io.careloop.deadline.Limit;
import io.careloop.deadline.WorkingTime;
import io.careloop.deadline.policy.PolicyPack.MessageRule;
import io.careloop.deadline.policy.PolicyPack.Moment;
import io.careloop.notification.TemplateChoice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Customers hear the words of the pack under which their case started. */
@Component
class PolicyTemplates implements TemplateChoice {

    private final PolicyPacks packs;
    private final Deadlines deadlines;
    private final WorkingTime workingTime;
    private final Conversation conversation;
    private final Timeline timeline;

    PolicyTemplates(
            PolicyPacks packs,
            Deadlines deadlines,
            WorkingTime workingTime,
            Conversation conversation,
            Timeline timeline) {
        this.packs = packs;
        this.deadlines = deadlines;
        this.workingTime = workingTime;
        this.conversation = conversation;
        this.timeline = timeline;
    }

    @Override
    public Optional<String> inPlaceOf(String template, CaseFile file) {
        return Arrays.stream(Moment.values())
                .filter(moment -> moment.template().equals(template))
                .findFirst()
                .flatMap(moment -> packs.of(file.reference()).rulesFor(moment).stream()
                        .filter(rule -> rule.resolvedWithin() == null || isResolvedWithin(rule, file))
                        .findFirst()
                        .filter(rule -> moment != Moment.CLOSING || !isToldAlready(rule, file.reference())))
                .map(MessageRule::template);
    }

    /** A final answer is given once, unless the case came back after it. */
    private boolean isToldAlready(MessageRule rule, CaseReference reference) {
        Instant back = timeline.of(reference).stream()
                .filter(entry -> entry.kind() == Kind.REOPENED)
                .map(TimelineEntry::at)
                .reduce(Instant.MIN, (earlier, later) -> later);
        return conversation.of(reference).stream()
                .filter(message ->
                        message.direction() == Direction.OUT && message.at().isAfter(back))
                .anyMatch(message -> rule.template().equals(message.template()));
    }

    private boolean isResolvedWithin(MessageRule rule, CaseFile file) {
        return file.resolvedAt() != null
                && deadlines
                        .of(file.reference())
                        .map(CaseDeadlines::resolution)
                        .map(DeadlineClock::startedAt)
                        .filter(start -> isWithin(rule.resolvedWithin(), start, file.resolvedAt()))
                        .isPresent();
    }

    /** A limit of business days lasts until the end of the last one. */
    private boolean isWithin(Limit limit, Instant start, Instant at) {
        if (limit.amount() instanceof Period days) {
            return !day(at).isAfter(day(workingTime.plusDays(start, days.getDays())));
        }
        Duration time = (Duration) limit.amount();
        return switch (limit.type()) {
            case ELAPSED -> !at.isAfter(start.plus(time));
            case BUSINESS -> !at.isAfter(workingTime.plus(start, time));
        };
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, workingTime.zone());
    }
}
