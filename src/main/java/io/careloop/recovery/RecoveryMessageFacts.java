package io.careloop.recovery;

import io.careloop.cases.CaseFile;
import io.careloop.identity.Staff;
import io.careloop.identity.StaffMember;
import io.careloop.notification.MessageFacts;
import io.careloop.recovery.LedgerEntry.State;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What messages say of an apology and of what the customer gets. */
@Component
class RecoveryMessageFacts implements MessageFacts {

    private static final String COMPENSATION = "compensation";
    private static final Set<String> APOLOGY = Set.of("wentWrong", "apology", "recoveryOwnerName");

    private final Recoveries recoveries;
    private final Compensations compensations;
    private final RecoveryWords words;
    private final Staff staff;

    RecoveryMessageFacts(Recoveries recoveries, Compensations compensations, RecoveryWords words, Staff staff) {
        this.recoveries = recoveries;
        this.compensations = compensations;
        this.words = words;
        this.staff = staff;
    }

    @Override
    public Map<String, Object> factsFor(CaseFile file, Locale locale, Set<String> wanted) {
        Map<String, Object> facts = new HashMap<>();
        if (!Collections.disjoint(wanted, APOLOGY)) {
            recoveries.openOf(file.reference()).ifPresent(recovery -> addApology(facts, recovery, locale));
        }
        if (wanted.contains(COMPENSATION)) {
            addCompensation(facts, file, locale);
        }
        return facts;
    }

    private void addApology(Map<String, Object> facts, Recovery recovery, Locale locale) {
        facts.put("wentWrong", words.toCustomer(recoveries.failuresOf(recovery), locale));
        facts.put("apology", recovery.apology());
        facts.put(
                "recoveryOwnerName",
                staff.find(recovery.owner()).map(StaffMember::name).orElse(recovery.owner()));
    }

    /** The message leaves in the transaction that settles the grant, so the last one settled is the one that it is about. */
    private void addCompensation(Map<String, Object> facts, CaseFile file, Locale locale) {
        List<LedgerEntry> paid = compensations.of(file.reference()).stream()
                .filter(entry -> entry.state() == State.PAID)
                .sorted(Comparator.comparing(LedgerEntry::settledAt))
                .toList();
        if (!paid.isEmpty()) {
            facts.put(COMPENSATION, words.given(paid.get(paid.size() - 1), locale));
        }
    }
}
