package io.careloop.recovery.web;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseRights;
import io.careloop.cases.Reader;
import io.careloop.engine.Attempts;
import io.careloop.engine.Problems;
import io.careloop.recovery.CaseAccount;
import io.careloop.recovery.CompensationKind;
import io.careloop.recovery.Compensations;
import io.careloop.recovery.Compensations.Outcome;
import io.careloop.recovery.Contribution;
import io.careloop.recovery.Dissatisfaction;
import io.careloop.recovery.LedgerEntry;
import io.careloop.recovery.Money;
import io.careloop.recovery.Proposal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a case got and how content its customer is, for programs. Times are in UTC. */
@RestController
@RequestMapping("/api/cases/{reference}")
class CompensationApiController {

    private static final int LONGEST_KEY = 255;

    private final CaseRights rights;
    private final Compensations compensations;
    private final Dissatisfaction dissatisfaction;
    private final Problems problems;
    private final Attempts attempts;

    CompensationApiController(
            CaseRights rights,
            Compensations compensations,
            Dissatisfaction dissatisfaction,
            Problems problems,
            Attempts attempts) {
        this.rights = rights;
        this.compensations = compensations;
        this.dissatisfaction = dissatisfaction;
        this.problems = problems;
        this.attempts = attempts;
    }

    /** All rows of the ledger, oldest first, and their sum. */
    @GetMapping("/compensations")
    Account show(@PathVariable String reference, Reader reader) {
        CaseFile file = visible(reference, reader);
        CaseAccount account = compensations.accountOf(file.reference());
        return new Account(
                text(account.sum()),
                account.stake() == null ? null : text(account.stake()),
                account.sum().currency(),
                compensations.of(file.reference()).stream().map(Row::of).toList());
    }

    /** What the dissatisfaction consists of, oldest first; the score counts from the last time they were won back. */
    @GetMapping("/dissatisfaction")
    Score score(@PathVariable String reference, Reader reader) {
        CaseFile file = visible(reference, reader);
        return new Score(
                dissatisfaction.scoreOf(file.reference()),
                dissatisfaction.of(file.reference()).stream().map(Cause::of).toList());
    }

    /**
     * Grants it (201, {@code granted}) or asks somebody to (202, {@code proposed}); 422 says why neither. The same
     * {@code Idempotency-Key} gives the same answer and no second compensation.
     */
    @PostMapping("/compensations")
    ResponseEntity<Object> give(
            @PathVariable String reference,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody Wish wish,
            Reader reader) {
        CaseReference subject = visible(reference, reader).reference();
        if (!rights.mayEdit(reader)) {
            throw new AccessDeniedException("This case may be read only");
        }
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            return refused(new Outcome.Refused("key-invalid"));
        }
        Optional<CompensationKind> kind = CompensationKind.of(wish.kind());
        Optional<BigDecimal> amount = Money.typed(wish.amount());
        if (kind.isEmpty() || amount.isEmpty()) {
            return refused(
                    new Outcome.Refused(kind.isEmpty() ? "compensation-kind-needed" : "compensation-amount-invalid"));
        }
        String once = "api/" + subject + "/" + reader.id() + "/" + (key == null ? UUID.randomUUID() : key);
        return answer(attempts.inTransaction(() -> compensations.propose(new Proposal(
                once,
                subject,
                null,
                kind.get(),
                amount.get(),
                said(wish.reason()),
                said(wish.stakeReason()),
                reader.id()))));
    }

    private ResponseEntity<Object> answer(Outcome outcome) {
        if (outcome instanceof Outcome.Granted granted) {
            return ResponseEntity.status(HttpStatus.CREATED).body(new Given(granted.id(), "granted", null));
        }
        if (outcome instanceof Outcome.ForApproval asked) {
            return ResponseEntity.accepted().body(new Given(asked.id(), "proposed", asked.group()));
        }
        return outcome instanceof Outcome.NotGranted declined
                ? ResponseEntity.ok(new Given(declined.id(), "refused", null))
                : refused((Outcome.Refused) outcome);
    }

    private ResponseEntity<Object> refused(Outcome.Refused refused) {
        return ResponseEntity.unprocessableEntity()
                .body(problems.because(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "refusal." + refused.code(),
                        refused.arguments().toArray()));
    }

    /** Departments see cases, but not what customers are paid. */
    private CaseFile visible(String reference, Reader reader) {
        CaseFile file = rights.visible(reference, reader);
        if (!rights.seesAll(reader)) {
            throw new AccessDeniedException("What customers get is not for departments");
        }
        return file;
    }

    private static String text(Money money) {
        return money.amount().toPlainString();
    }

    private static String said(String text) {
        return text == null || text.isBlank()
                ? null
                : text.replace("\u0000", "").strip();
    }

    /** @param amount with two decimals, such as {@code "30.00"} */
    record Wish(String kind, String amount, String reason, String stakeReason) {}

    /** @param askedGroup whose members decide, if it is proposed */
    record Given(UUID id, String state, String askedGroup) {}

    /** @param stake what the case is about, null if nobody has said it */
    record Account(String sum, String stake, String currency, List<Row> entries) {}

    record Score(int score, List<Cause> contributions) {}

    record Cause(String happening, int points, String detail, Instant at) {

        static Cause of(Contribution one) {
            return new Cause(one.happening(), one.points(), one.detail(), one.at());
        }
    }

    /** A row without what only payments need. */
    record Row(
            UUID id,
            UUID reverses,
            String kind,
            String amount,
            String currency,
            String state,
            String proposer,
            String reason,
            String stakeReason,
            String askedGroup,
            String approver,
            String decisionReason,
            Instant at,
            Instant settledAt,
            String receipt) {

        static Row of(LedgerEntry entry) {
            return new Row(
                    entry.id(),
                    entry.reverses(),
                    entry.kind().code(),
                    text(entry.money()),
                    entry.money().currency(),
                    entry.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    entry.proposer(),
                    entry.reason(),
                    entry.stakeReason(),
                    entry.askedGroup(),
                    entry.approver(),
                    entry.decisionReason(),
                    entry.at(),
                    entry.settledAt(),
                    entry.receipt());
        }
    }
}
