package io.careloop.recovery.web;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFileSection;
import io.careloop.cases.CaseRights;
import io.careloop.cases.Reader;
import io.careloop.identity.Staff;
import io.careloop.recovery.CaseAccount;
import io.careloop.recovery.CompensationKind;
import io.careloop.recovery.Compensations;
import io.careloop.recovery.Contribution;
import io.careloop.recovery.Dissatisfaction;
import io.careloop.recovery.LedgerEntry;
import io.careloop.recovery.LedgerEntry.State;
import io.careloop.recovery.Money;
import io.careloop.recovery.Recoveries;
import io.careloop.recovery.RecoveryWords;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How content the customer is and why, what they got, and a place to make something good or to say "I erred". */
@Component
@Order(15)
class RecoverySection implements CaseFileSection {

    private final Dissatisfaction dissatisfaction;
    private final Recoveries recoveries;
    private final Compensations compensations;
    private final RecoveryWords words;
    private final CaseRights rights;
    private final Staff staff;

    RecoverySection(
            Dissatisfaction dissatisfaction,
            Recoveries recoveries,
            Compensations compensations,
            RecoveryWords words,
            CaseRights rights,
            Staff staff) {
        this.dissatisfaction = dissatisfaction;
        this.recoveries = recoveries;
        this.compensations = compensations;
        this.words = words;
        this.rights = rights;
        this.staff = staff;
    }

    @Override
    public Optional<Section> forCase(CaseFile file, String viewer) {
        Reader reader = new Reader(viewer, staff.groupsOf(viewer));
        if (!rights.seesAll(reader)) {
            return Optional.empty();
        }
        Locale locale = LocaleContextHolder.getLocale();
        CaseAccount account = compensations.accountOf(file.reference());
        List<Contribution> contributions = dissatisfaction.of(file.reference());
        Map<String, Object> model = new HashMap<>();
        model.put(
                "contributions",
                contributions.stream().map(one -> shown(one, locale)).toList());
        model.put("total", contributions.stream().mapToInt(Contribution::points).sum());
        model.put("score", dissatisfaction.scoreOf(file.reference()));
        model.put("recoveries", recoveries.of(file.reference()));
        model.put("ledger", ledger(file, locale));
        model.put("account", account);
        model.put("mayGive", rights.mayEdit(reader));
        model.put("kinds", kinds(locale));
        model.put("limit", highestLimit(viewer, account));
        model.put("key", UUID.randomUUID());
        return Optional.of(new Section("recovery.title", "desk/recovery :: section", model));
    }

    /** The highest over all kinds; what is above the limit of a kind goes to somebody else. */
    private Money highestLimit(String viewer, CaseAccount account) {
        return Stream.of(CompensationKind.values())
                .map(kind -> new Money(
                        compensations.limitOf(viewer, kind), account.sum().currency()))
                .max(Money::compareTo)
                .orElseThrow();
    }

    private List<Row> ledger(CaseFile file, Locale locale) {
        List<LedgerEntry> entries = compensations.of(file.reference());
        Set<UUID> reversed = entries.stream()
                .filter(entry -> entry.reverses() != null)
                .map(LedgerEntry::reverses)
                .collect(Collectors.toSet());
        return entries.stream()
                .map(entry -> new Row(
                        entry,
                        words.kind(entry.kind(), locale),
                        words.state(entry, locale),
                        entry.state() == State.PAID && !reversed.contains(entry.id())))
                .toList();
    }

    private List<Choice> kinds(Locale locale) {
        return Stream.of(CompensationKind.values())
                .map(kind -> new Choice(kind.code(), words.kind(kind, locale)))
                .toList();
    }

    private Cause shown(Contribution contribution, Locale locale) {
        return new Cause(
                contribution, words.happening(contribution.happening(), locale), words.detail(contribution, locale));
    }

    record Cause(Contribution contribution, String name, String detail) {}

    record Row(LedgerEntry entry, String kind, String state, boolean isReversible) {}

    record Choice(String code, String name) {}
}
