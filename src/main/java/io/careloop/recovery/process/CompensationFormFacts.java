package io.careloop.recovery.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.ActingUser;
import io.careloop.engine.FormText;
import io.careloop.identity.Staff;
import io.careloop.identity.StaffMember;
import io.careloop.recovery.CaseAccount;
import io.careloop.recovery.CompensationKind;
import io.careloop.recovery.Compensations;
import io.careloop.recovery.LedgerEntry;
import io.careloop.recovery.LedgerEntry.State;
import io.careloop.recovery.Money;
import io.careloop.recovery.RecoveryProperties;
import io.careloop.recovery.RecoveryWords;
import io.careloop.recovery.SimilarCases;
import io.careloop.recovery.process.RecoveryModel.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What forms show of money: what the case got, what others got, how far the reader may go, and what is proposed. */
@Component
class CompensationFormFacts {

    private static final int LINE = 120;

    private final Compensations compensations;
    private final SimilarCases similar;
    private final RecoveryWords words;
    private final Staff staff;
    private final ActingUser actingUser;
    private final RecoveryProperties properties;

    CompensationFormFacts(
            Compensations compensations,
            SimilarCases similar,
            RecoveryWords words,
            Staff staff,
            ActingUser actingUser,
            RecoveryProperties properties) {
        this.compensations = compensations;
        this.similar = similar;
        this.words = words;
        this.staff = staff;
        this.actingUser = actingUser;
        this.properties = properties;
    }

    Map<String, Object> facts(CaseReference reference, Function<String, Object> variables, Locale reader) {
        CaseAccount account = compensations.accountOf(reference);
        List<LedgerEntry> ledger = compensations.of(reference);
        Optional<LedgerEntry> grant = Optional.ofNullable((String) variables.apply(Variable.GRANT))
                .map(UUID::fromString)
                .flatMap(compensations::find);
        Map<String, Object> facts = new HashMap<>();
        CompensationKind suggested = CompensationKind.of(Objects.toString(variables.apply(Variable.SUGGESTED_KIND), ""))
                .orElse(CompensationKind.VOUCHER);
        CompensationKind kind = grant.map(LedgerEntry::kind).orElse(suggested);
        facts.put("suggestion", FormText.plain(words.kind(suggested, reader)));
        facts.put("currency", account.sum().currency());
        facts.put(
                "ownLimit",
                plain(new Money(
                        compensations.limitOf(actingUser.id(), kind),
                        account.sum().currency())));
        facts.put("caseGot", plain(account.sum()));
        facts.put("ledger", lines(ledger, reader));
        facts.put("declined", declined(ledger));
        facts.put("similarCases", similar(reference, reader));
        if (account.stake() != null) {
            facts.put("stake", plain(account.stake()));
            facts.put("stakeLimit", plain(account.stake().percent(properties.stakePercent())));
        }
        grant.ifPresent(entry -> addGrant(facts, entry, reader));
        return facts;
    }

    private void addGrant(Map<String, Object> facts, LedgerEntry grant, Locale reader) {
        facts.put("grantKind", FormText.plain(words.kind(grant.kind(), reader)));
        facts.put("grantAmount", plain(grant.money()));
        facts.put("grantProposer", FormText.plain(nameOf(grant.proposer())));
        facts.put("grantReason", FormText.plain(grant.reason()));
        facts.put("grantStakeReason", FormText.plain(grant.stakeReason()));
        facts.put("byHandReason", FormText.plain(words.byHand(grant.byHand(), reader)));
        facts.put("paymentKey", grant.attemptedAt() == null ? "" : grant.id().toString());
    }

    private String lines(List<LedgerEntry> ledger, Locale reader) {
        return ledger.stream()
                .map(entry -> "* %s · %s · %s"
                        .formatted(
                                FormText.plain(words.kind(entry.kind(), reader)),
                                plain(entry.money()),
                                FormText.plain(words.state(entry, reader))))
                .collect(Collectors.joining("\n"));
    }

    /** Why the newest proposal was refused, if it was. */
    private static String declined(List<LedgerEntry> ledger) {
        LedgerEntry newest = ledger.isEmpty() ? null : ledger.get(ledger.size() - 1);
        return newest == null || newest.state() != State.REFUSED
                ? ""
                : "%s: %s".formatted(plain(newest.money()), FormText.line(newest.decisionReason(), LINE));
    }

    private String similar(CaseReference reference, Locale reader) {
        return similar.of(reference).stream()
                .map(usual -> "* " + FormText.plain(words.usual(usual, reader)))
                .collect(Collectors.joining("\n"));
    }

    private String nameOf(String user) {
        return staff.find(user).map(StaffMember::name).orElse(user);
    }

    private static String plain(Money money) {
        return FormText.plain(money.toString());
    }
}
