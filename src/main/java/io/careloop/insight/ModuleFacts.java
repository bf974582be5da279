package io.careloop.insight;

import io.careloop.cases.CaseChanged;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseReference;
import io.careloop.cases.EntryAdded;
import io.careloop.cases.FeedbackGiven;
import io.careloop.deadline.ClockChanged;
import io.careloop.deadline.ClockKind;
import io.careloop.deadline.DeadlineClock;
import io.careloop.engine.StageEntered;
import io.careloop.insight.CaseFact.CaseSeen;
import io.careloop.insight.CaseFact.ClockSeen;
import io.careloop.insight.CaseFact.Happened;
import io.careloop.insight.CaseFact.StageReached;
import io.careloop.insight.CaseFact.TaskOffered;
import io.careloop.insight.CaseFact.WordGiven;
import java.time.Clock;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what the modules do and adds it to the log, within their transaction. */
@Component
class ModuleFacts {

    private final FactLog log;
    private final Clock clock;

    ModuleFacts(FactLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @EventListener
    void on(CaseChanged event) {
        CaseFile file = event.file();
        log.add(
                file.reference().value(),
                new CaseSeen(
                        clock.instant(),
                        file.channel().name(),
                        file.urgency().name(),
                        file.locale().toLanguageTag(),
                        file.contactId().toString(),
                        file.status().name(),
                        file.stage().name(),
                        file.owner(),
                        file.category(),
                        file.priority(),
                        file.team(),
                        file.causeCode(),
                        file.linkedTo(),
                        file.restrictedTo(),
                        file.reopened(),
                        file.registeredAt(),
                        file.firstResponseAt(),
                        file.resolvedAt(),
                        file.closedAt()));
    }

    @EventListener
    void on(StageEntered event) {
        log.add(event.businessKey(), new StageReached(clock.instant(), event.stage()));
    }

    @EventListener
    void on(EntryAdded event) {
        add(
                event.reference(),
                new Happened(
                        event.entry().at(),
                        event.entry().kind().name(),
                        event.entry().actor(),
                        event.entry().field()));
    }

    @EventListener
    void on(ClockChanged event) {
        DeadlineClock changed = event.clock();
        boolean followed = changed.kind() != ClockKind.STAGE && changed.kind() != ClockKind.SILENCE;
        add(
                event.reference(),
                new ClockSeen(
                        clock.instant(),
                        changed.id().toString(),
                        followed,
                        Objects.toString(changed.limit()),
                        changed.startedAt(),
                        changed.dueAt(),
                        changed.stoppedAt(),
                        event.countedSeconds()));
    }

    @EventListener
    void on(FeedbackGiven event) {
        add(event.reference(), new WordGiven(clock.instant(), event.word(), event.score()));
    }

    @EventListener
    void on(io.careloop.engine.TaskOffered event) {
        if (event.businessKey() != null) {
            log.add(
                    event.businessKey(),
                    new TaskOffered(
                            clock.instant(),
                            event.taskId(),
                            event.groups().stream().sorted().toList()));
        }
    }

    private void add(CaseReference reference, CaseFact fact) {
        log.add(reference.value(), fact);
    }
}
