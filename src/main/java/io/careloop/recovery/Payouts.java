package io.careloop.recovery;

import io.careloop.cases.Actors;
import io.careloop.recovery.LedgerEntry.ByHand;
import io.careloop.recovery.LedgerEntry.State;
import io.careloop.recovery.PaymentService.Answer;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has compensations paid, each once. Before an order leaves it is written down, in a transaction of its own, that it does;
 * from then on the service is asked what became of it before anything is ordered again. What cannot be found out is left
 * to a person.
 */
@Service
public class Payouts {

    private final Ledger ledger;
    private final Compensations compensations;
    private final PaymentService service;
    private final RecoveryProperties.Payment settings;
    private final TransactionTemplate atOnce;
    private final Clock clock;

    Payouts(
            Ledger ledger,
            Compensations compensations,
            PaymentService service,
            RecoveryProperties properties,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.ledger = ledger;
        this.compensations = compensations;
        this.service = service;
        this.settings = properties.payment();
        this.atOnce = new TransactionTemplate(transactions);
        this.atOnce.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Pays, or says why it is not paid yet. */
    @Transactional
    public Outcome pay(UUID id) {
        LedgerEntry entry = ledger.find(id).orElseThrow();
        if (entry.state() != State.GRANTED) {
            return new Outcome.Paid();
        }
        if (!entry.kind().isPayable()) {
            return byHand(entry, ByHand.IN_KIND);
        }
        if (!service.isConfigured()) {
            return byHand(entry, entry.attemptedAt() == null ? ByHand.NO_SERVICE : ByHand.UNDECIDED);
        }
        if (!ledger.reserve(id)) {
            return new Outcome.Later("It is being paid at this moment");
        }
        atOnce.executeWithoutResult(status -> ledger.attempt(id));
        return settle(entry, entry.attemptedAt() == null ? order(entry) : askAndOrder(entry));
    }

    private Answer askAndOrder(LedgerEntry entry) {
        Answer answer = service.stateOf(entry);
        if (!(answer instanceof Answer.Unknown)) {
            return answer;
        }
        boolean believed = !clock.instant().isBefore(entry.attemptedAt().plus(settings.believeUnknownAfter()));
        // the order may still be on its way
        return believed ? order(entry) : new Answer.Open("The payment service has not heard of the order yet");
    }

    private Answer order(LedgerEntry entry) {
        atOnce.executeWithoutResult(status -> ledger.ordering(entry.id(), clock.instant()));
        return service.order(entry);
    }

    private Outcome settle(LedgerEntry entry, Answer answer) {
        if (answer instanceof Answer.Done done) {
            compensations.paid(entry.id(), Actors.SYSTEM, done.receipt());
            return new Outcome.Paid();
        }
        if (answer instanceof Answer.Refused) {
            return byHand(entry, ByHand.REFUSED);
        }
        boolean lastTry = entry.attempts() + 1 >= settings.attempts();
        String why = answer instanceof Answer.Open open ? open.why() : "The payment service does not know of the order";
        return lastTry ? byHand(entry, ByHand.UNDECIDED) : new Outcome.Later(why);
    }

    private Outcome byHand(LedgerEntry entry, ByHand why) {
        ledger.byHand(entry.id(), why);
        return new Outcome.ByHand();
    }

    /** What became of the payment. */
    public sealed interface Outcome {

        record Paid() implements Outcome {}

        /** A person has to pay, or to find out whether it is paid. */
        record ByHand() implements Outcome {}

        /** Try again after a while. */
        record Later(String why) implements Outcome {}
    }
}
