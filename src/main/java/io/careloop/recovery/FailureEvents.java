package io.careloop.recovery;

import io.careloop.cases.CaseClassified;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseMessage;
import io.careloop.cases.CaseMessage.Direction;
import io.careloop.cases.CaseMovedOn;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseReopened;
import io.careloop.cases.CaseWithdrawn;
import io.careloop.cases.Conversation;
import io.careloop.cases.CustomerWrote;
import io.careloop.cases.DeadlineMissed;
import io.careloop.cases.FeedbackGiven;
import io.careloop.cases.OwnerChanged;
import io.careloop.cases.SolutionRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Hears what happens to cases elsewhere and counts what customers do not like, within the same transaction. */
@Component
class FailureEvents {

    private static final int MANY = 3;
    private static final Set<String> KNOWN_TO_CUSTOMERS = Set.of("firstResponse", "resolution");
    private static final String PROMISE = "promise.";
    private static final String SILENCE = "silence";

    private final CaseFiles cases;
    private final Conversation conversation;
    private final Dissatisfaction dissatisfaction;
    private final Recoveries recoveries;
    private final Compensations compensations;
    private final RecoveryProcesses processes;
    private final RecoveryProperties properties;
    private final Clock clock;

    FailureEvents(
            CaseFiles cases,
            Conversation conversation,
            Dissatisfaction dissatisfaction,
            Recoveries recoveries,
            Compensations compensations,
            RecoveryProcesses processes,
            RecoveryProperties properties,
            Clock clock) {
        this.cases = cases;
        this.conversation = conversation;
        this.dissatisfaction = dissatisfaction;
        this.recoveries = recoveries;
        this.compensations = compensations;
        this.processes = processes;
        this.properties = properties;
        this.clock = clock;
    }

    /** Limits that the customer knows of; what departments agreed on among themselves is not their concern. */
    @EventListener
    void on(DeadlineMissed event) {
        if (KNOWN_TO_CUSTOMERS.contains(event.clock())) {
            note(event.reference(), Happening.BREACH, event.clock() + "/" + event.dueAt(), event.clock());
        } else if (event.clock().startsWith(PROMISE)) {
            note(event.reference(), Happening.PROMISE_BROKEN, event.clock(), null);
        } else if (event.clock().equals(SILENCE)) {
            note(event.reference(), Happening.WAIT, SILENCE + "/" + event.dueAt(), null);
        }
    }

    @EventListener
    void on(CaseReopened event) {
        note(event.reference(), Happening.REOPENED, Integer.toString(event.round()), null);
    }

    @EventListener
    void on(SolutionRefused event) {
        note(event.reference(), Happening.SOLUTION_REFUSED, Integer.toString(event.round()), null);
    }

    /** One word for each time that the case was solved. */
    @EventListener
    void on(FeedbackGiven event) {
        String round = "word/" + cases.get(event.reference()).reopened();
        dissatisfaction.note(event.reference(), Happening.WORD + event.word(), round, null, null);
    }

    /** The owner cannot go on with it: the customer gets used to somebody else. */
    @EventListener
    void on(OwnerChanged event) {
        note(event.reference(), Happening.TRANSFER, "owner/" + clock.instant(), null);
    }

    /** Nobody took it in time: the customer waited, and is passed on. */
    @EventListener
    void on(CaseMovedOn event) {
        note(
                event.reference(),
                Happening.TRANSFER,
                "team/" + clock.instant(),
                "%s → %s".formatted(event.former(), event.team()));
        note(event.reference(), Happening.WAIT, "team/" + clock.instant(), null);
    }

    /** The customer's own words, and how often they had to come for the same. */
    @EventListener
    void on(CaseClassified event) {
        CaseFile file = cases.get(event.reference());
        String said = Objects.toString(file.subject(), "") + "\n" + file.description();
        dissatisfaction.note(event.reference(), Happening.WORDS, occurrence(Happening.WORDS, "request"), null, said);
        Instant since = clock.instant().minus(Duration.ofDays(properties.repeatDays()));
        long contacts = cases.recentOf(file.contactId()).stream()
                .filter(other -> other.registeredAt().isAfter(since))
                .filter(other -> Objects.equals(other.category(), file.category()))
                .count();
        if (contacts >= MANY) {
            note(event.reference(), Happening.THIRD_CONTACT, "request", Long.toString(contacts));
        } else if (contacts > 1) {
            note(event.reference(), Happening.REPEATED_CONTACT, "request", Long.toString(contacts));
        }
    }

    /** Words that are upset, and having to write again before we have said anything. */
    @EventListener
    void on(CustomerWrote event) {
        List<CaseMessage> messages = conversation.of(event.reference());
        int last = messages.size() - 1;
        CaseMessage message = messages.get(last);
        String id = message.id().toString();
        dissatisfaction.note(event.reference(), Happening.WORDS, occurrence(Happening.WORDS, id), null, message.text());
        if (last > 0 && messages.get(last - 1).direction() == Direction.IN) {
            note(event.reference(), Happening.REPEATED_CONTACT, id, null);
        }
    }

    /** First of all: what was to be decided is not decided any more. */
    @EventListener
    @Order(0)
    void on(CaseWithdrawn event) {
        recoveries.endWithCase(event.reference());
        compensations.withdrawProposals(event.reference());
        processes.caseWithdrawn(event.reference());
    }

    private void note(CaseReference reference, String happening, String occasion, String detail) {
        dissatisfaction.note(reference, happening, occurrence(happening, occasion), detail, null);
    }

    private static String occurrence(String happening, String occasion) {
        return happening + "/" + occasion;
    }
}
