package io.careloop.recovery;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseStatus;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.identity.Staff;
import io.careloop.recovery.LedgerEntry.State;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who gives what to the customers who were let down. All that a case got counts together, so that nobody gets further by
 * many small amounts than by one; whoever approves is not who proposed.
 */
@Service
public class Compensations {

    private static final int LONGEST_REASON = 2000;

    private final CaseFiles cases;
    private final Ledger ledger;
    private final Authorities authorities;
    private final Staff staff;
    private final RecoveryProcesses processes;
    private final Timeline timeline;
    private final RecoveryProperties properties;
    private final Clock clock;

    Compensations(
            CaseFiles cases,
            Ledger ledger,
            Authorities authorities,
            Staff staff,
            RecoveryProcesses processes,
            Timeline timeline,
            RecoveryProperties properties,
            Clock clock) {
        this.cases = cases;
        this.ledger = ledger;
        this.authorities = authorities;
        this.staff = staff;
        this.processes = processes;
        this.timeline = timeline;
        this.properties = properties;
        this.clock = clock;
    }

    /** Grants it within the proposer's own limit, else asks the group whose limit covers it. */
    @Transactional
    public Outcome propose(Proposal proposal) {
        CaseAccount account = ledger.hold(proposal.reference(), properties.currency());
        Optional<LedgerEntry> known = ledger.requestedAs(proposal.requestKey());
        if (known.isPresent()) {
            return known.get().reference().equals(proposal.reference())
                    ? outcomeOf(known.get())
                    : new Outcome.Refused("compensation-key-used");
        }
        return refusal(proposal, account).orElseGet(() -> decide(proposal, account));
    }

    private Optional<Outcome> refusal(Proposal proposal, CaseAccount account) {
        if (cases.get(proposal.reference()).status() == CaseStatus.WITHDRAWN) {
            return refused("compensation-case-withdrawn");
        }
        if (proposal.amount().signum() == 0 && proposal.kind().isPayable()) {
            return refused("compensation-amount-needed");
        }
        if (proposal.reason() == null || proposal.reason().length() > LONGEST_REASON) {
            return refused("compensation-reason-needed");
        }
        Money wanted = wanted(proposal.amount(), account);
        return account.isAboveStake(wanted, properties.stakePercent()) && proposal.stakeReason() == null
                ? refused("compensation-above-stake", wanted, properties.stakePercent(), account.stake())
                : Optional.empty();
    }

    private Outcome decide(Proposal proposal, CaseAccount account) {
        Money wanted = wanted(proposal.amount(), account);
        Authority authority = authorities.over(proposal.kind());
        BigDecimal own = authority.limitOf(staff.groupsOf(proposal.proposer()));
        boolean alone = wanted.amount().compareTo(own) <= 0;
        Optional<String> asked = alone ? Optional.empty() : authority.groupFor(wanted.amount());
        if (!alone && asked.isEmpty()) {
            return new Outcome.Refused("compensation-above-all-limits", wanted);
        }
        LedgerEntry entry = entryOf(proposal, account, asked.orElse(null));
        ledger.add(entry, proposal.requestKey());
        note(entry, alone ? Kind.COMPENSATION_GRANTED : Kind.COMPENSATION_PROPOSED, proposal.proposer());
        processes.startCompensation(entry);
        return outcomeOf(entry);
    }

    /** A yes counts only from somebody else than the proposer, whose own limit covers all that the case then got. */
    @Transactional
    public Outcome approve(UUID id, String approver, String reason) {
        LedgerEntry entry = ledger.find(id).orElseThrow();
        CaseAccount account = ledger.hold(entry.reference(), properties.currency());
        if (entry.proposer().equals(approver)) {
            return new Outcome.Refused("compensation-own-proposal");
        }
        Money wanted = account.sum().plus(entry.money());
        BigDecimal limit = authorities.over(entry.kind()).limitOf(staff.groupsOf(approver));
        if (wanted.amount().compareTo(limit) > 0) {
            return new Outcome.Refused("compensation-above-your-limit", wanted, new Money(limit, wanted.currency()));
        }
        return decided(entry, State.GRANTED, approver, reason);
    }

    /** @param reason needed, so that the proposer knows what else to offer */
    @Transactional
    public Outcome refuse(UUID id, String approver, String reason) {
        LedgerEntry entry = ledger.find(id).orElseThrow();
        ledger.hold(entry.reference(), properties.currency());
        if (entry.proposer().equals(approver)) {
            return new Outcome.Refused("compensation-own-proposal");
        }
        return reason == null
                ? new Outcome.Refused("compensation-refusal-reason-needed")
                : decided(entry, State.REFUSED, approver, reason);
    }

    private Outcome decided(LedgerEntry entry, State state, String approver, String reason) {
        if (!ledger.decide(entry.id(), state, approver, reason, clock.instant())) {
            return new Outcome.Refused("compensation-decided");
        }
        LedgerEntry decided = ledger.find(entry.id()).orElseThrow();
        note(decided, state == State.GRANTED ? Kind.COMPENSATION_GRANTED : Kind.COMPENSATION_REFUSED, approver);
        return outcomeOf(decided);
    }

    /** It reached the customer. Said twice it changes nothing. */
    @Transactional
    public void paid(UUID id, String actor, String receipt) {
        LedgerEntry entry = ledger.find(id).orElseThrow();
        ledger.hold(entry.reference(), properties.currency());
        if (ledger.settle(id, State.PAID, receipt, clock.instant())) {
            note(entry, Kind.COMPENSATION_PAID, actor);
        }
    }

    /** It cannot reach the customer: a reversal takes it off the sum. */
    @Transactional
    public void notPaid(UUID id, String actor, String reason) {
        LedgerEntry entry = ledger.find(id).orElseThrow();
        ledger.hold(entry.reference(), properties.currency());
        if (ledger.settle(id, State.NOT_PAID, null, clock.instant())) {
            reverse(entry, actor, reason);
        }
    }

    /**
     * What was paid is taken back; getting it back from the customer is done by hand, and was done before.
     *
     * @param actor user id of somebody whose own limit covers the amount
     */
    @Transactional
    public Outcome takeBack(UUID id, String actor, String reason) {
        LedgerEntry entry = ledger.find(id).orElseThrow();
        ledger.hold(entry.reference(), properties.currency());
        BigDecimal limit = authorities.over(entry.kind()).limitOf(staff.groupsOf(actor));
        if (reason == null) {
            return new Outcome.Refused("compensation-reason-needed");
        }
        if (entry.money().amount().compareTo(limit) > 0) {
            return new Outcome.Refused(
                    "compensation-above-your-limit",
                    entry.money(),
                    new Money(limit, entry.money().currency()));
        }
        if (entry.state() != State.PAID
                || ledger.requestedAs(reversalKey(entry)).isPresent()) {
            return new Outcome.Refused("compensation-not-reversible");
        }
        reverse(entry, actor, reason);
        return new Outcome.Granted(entry.id());
    }

    private void reverse(LedgerEntry entry, String actor, String reason) {
        LedgerEntry reversal = new LedgerEntry(
                UUID.randomUUID(),
                entry.reference(),
                entry.recovery(),
                entry.id(),
                entry.kind(),
                entry.money(),
                actor,
                reason,
                null,
                null,
                State.REVERSAL,
                null,
                null,
                clock.instant(),
                clock.instant(),
                clock.instant(),
                0,
                null,
                null,
                null);
        ledger.add(reversal, reversalKey(entry));
        note(reversal, Kind.COMPENSATION_TAKEN_BACK, actor);
    }

    private static String reversalKey(LedgerEntry entry) {
        return "reversal/" + entry.id();
    }

    /** The case is withdrawn: nobody decides any more on what was proposed. What was granted is still paid. */
    @Transactional
    public void withdrawProposals(CaseReference reference) {
        ledger.refuseProposed(reference, "case withdrawn", clock.instant());
    }

    /** The price or amount that the case is about; a compensation is measured by it from now on. */
    @Transactional
    public void stake(CaseReference reference, String actor, BigDecimal stake) {
        CaseAccount account = ledger.hold(reference, properties.currency());
        ledger.stake(reference, stake);
        timeline.edited(
                reference,
                actor,
                "stake",
                account.stake() == null ? null : account.stake().amount().toPlainString(),
                stake.toPlainString());
    }

    /** What the case got so far and is about. */
    public CaseAccount accountOf(CaseReference reference) {
        return ledger.accountOf(reference)
                .orElseGet(() -> new CaseAccount(reference, Money.of("0", properties.currency()), null));
    }

    /** All rows of the case, oldest first. */
    public List<LedgerEntry> of(CaseReference reference) {
        return ledger.of(reference);
    }

    public Optional<LedgerEntry> find(UUID id) {
        return ledger.find(id);
    }

    /** Up to which sum of a case the user decides alone. */
    public BigDecimal limitOf(String user, CompensationKind kind) {
        return authorities.over(kind).limitOf(staff.groupsOf(user));
    }

    private LedgerEntry entryOf(Proposal proposal, CaseAccount account, String asked) {
        return new LedgerEntry(
                UUID.randomUUID(),
                proposal.reference(),
                proposal.recovery(),
                null,
                proposal.kind(),
                new Money(proposal.amount(), account.sum().currency()),
                proposal.proposer(),
                proposal.reason(),
                proposal.stakeReason(),
                asked,
                asked == null ? State.GRANTED : State.PROPOSED,
                null,
                null,
                clock.instant(),
                asked == null ? clock.instant() : null,
                null,
                0,
                null,
                null,
                null);
    }

    private static Money wanted(BigDecimal amount, CaseAccount account) {
        return account.sum().plus(new Money(amount, account.sum().currency()));
    }

    private void note(LedgerEntry entry, Kind kind, String actor) {
        String why = entry.decisionReason() == null ? entry.reason() : entry.decisionReason();
        timeline.note(
                entry.reference(),
                kind,
                actor,
                "%s · %s%s".formatted(entry.kind().code(), entry.money(), why == null ? "" : " · " + why));
    }

    private static Optional<Outcome> refused(String code, Object... arguments) {
        return Optional.of(new Outcome.Refused(code, arguments));
    }

    private static Outcome outcomeOf(LedgerEntry entry) {
        return switch (entry.state()) {
            case PROPOSED -> new Outcome.ForApproval(entry.id(), entry.askedGroup());
            case REFUSED -> new Outcome.NotGranted(entry.id());
            default -> new Outcome.Granted(entry.id());
        };
    }

    /** What became of a proposal or a decision. A refusal is an answer, not an exception. */
    public sealed interface Outcome {

        record Granted(UUID id) implements Outcome {}

        /** @param group whose members are asked */
        record ForApproval(UUID id, String group) implements Outcome {}

        /** The approver said no. */
        record NotGranted(UUID id) implements Outcome {}

        /** @param code key of the sentence for the reader, {@code refusal.<code>} in the message bundle */
        record Refused(String code, List<Object> arguments) implements Outcome {

            public Refused(String code, Object... arguments) {
                this(code, List.of(arguments));
            }
        }
    }
}
