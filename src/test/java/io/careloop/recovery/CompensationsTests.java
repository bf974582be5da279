package io.careloop.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.CaseReference;
import io.careloop.engine.Attempts;
import io.careloop.recovery.Compensations.Outcome;
import io.careloop.recovery.LedgerEntry.State;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may give what, and that the sum of a case is never off. */
@CareloopTest
class CompensationsTests {

    private static final String PARCEL = "My parcel has not arrived";

    @Autowired
    Compensations compensations;

    @Autowired
    CaseWalk walk;

    @Autowired
    Attempts attempts;

    @Test
    void thirtyNeedNoApprovalAndACentMoreDoes() {
        CaseReference thirty = walk.triaged("thirty@example.org", PARCEL);
        CaseReference more = walk.triaged("a.cent.more@example.org", PARCEL);

        assertThat(propose(thirty, "30.00", "agent")).isInstanceOf(Outcome.Granted.class);
        assertThat(propose(more, "30.01", "agent"))
                .isInstanceOfSatisfying(
                        Outcome.ForApproval.class,
                        asked -> assertThat(asked.group()).isEqualTo("experts"));

        assertThat(walk.tasks(thirty)).extracting("name").doesNotContain("Approve compensation");
        assertThat(walk.tasks(more)).extracting("name").contains("Approve compensation");
        assertThat(compensations.accountOf(thirty).sum()).isEqualTo(Money.of("30.00", "CNY"));
        assertThat(compensations.accountOf(more).sum().isZero()).isTrue();
    }

    @Test
    void splittingDoesNotHelpWhoeverDoesIt() {
        CaseReference reference = walk.triaged("split@example.org", PARCEL);

        assertThat(propose(reference, "20.00", "agent")).isInstanceOf(Outcome.Granted.class);
        assertThat(propose(reference, "10.00", "agent")).isInstanceOf(Outcome.Granted.class);
        assertThat(propose(reference, "0.01", "agent")).isInstanceOf(Outcome.ForApproval.class);
        assertThat(propose(reference, "170.00", "expert")).isInstanceOf(Outcome.Granted.class);
        assertThat(propose(reference, "0.01", "expert"))
                .isInstanceOfSatisfying(
                        Outcome.ForApproval.class,
                        asked -> assertThat(asked.group()).isEqualTo("recovery"));
    }

    @Test
    void whoeverProposedItDoesNotApproveIt() {
        CaseReference reference = walk.triaged("own.proposal@example.org", PARCEL);
        UUID grant = asked(propose(reference, "600.00", "recovery"));

        assertThat(compensations.approve(grant, "recovery", null)).isEqualTo(refused("compensation-own-proposal"));
        assertThat(compensations.refuse(grant, "recovery", "no")).isEqualTo(refused("compensation-own-proposal"));
        assertThat(compensations.approve(grant, "expert", null))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("compensation-above-your-limit"));
        assertThat(compensations.approve(grant, "manager", "fair")).isInstanceOf(Outcome.Granted.class);
        assertThat(compensations.approve(grant, "manager", "fair")).isEqualTo(refused("compensation-decided"));
        assertThat(compensations.accountOf(reference).sum()).isEqualTo(Money.of("600", "CNY"));
    }

    /** What was granted meanwhile counts when the approver says yes. */
    @Test
    void anApprovalIsMeasuredByAllThatTheCaseGotByThen() {
        CaseReference reference = walk.triaged("meanwhile@example.org", PARCEL);
        UUID grant = asked(propose(reference, "190.00", "agent"));
        propose(reference, "30.00", "agent");

        assertThat(compensations.approve(grant, "expert", null))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.arguments().get(0)).hasToString("220.00 CNY"));
        assertThat(compensations.approve(grant, "recovery", null)).isInstanceOf(Outcome.Granted.class);
    }

    @Test
    void whatIsRefusedStaysOnFileWithItsReasonAndCountsForNothing() {
        CaseReference reference = walk.triaged("refused.grant@example.org", PARCEL);
        UUID grant = asked(propose(reference, "100.00", "agent"));

        assertThat(compensations.refuse(grant, "expert", null))
                .isEqualTo(refused("compensation-refusal-reason-needed"));
        assertThat(compensations.refuse(grant, "expert", "A voucher is enough")).isInstanceOf(Outcome.NotGranted.class);

        LedgerEntry entry = compensations.find(grant).orElseThrow();
        assertThat(entry.state()).isEqualTo(State.REFUSED);
        assertThat(entry.approver()).isEqualTo("expert");
        assertThat(entry.decisionReason()).isEqualTo("A voucher is enough");
        assertThat(compensations.accountOf(reference).sum().isZero()).isTrue();
    }

    @Test
    void aReversalIsARowOfItsOwnAndOnce() {
        CaseReference reference = walk.triaged("reversal@example.org", PARCEL);
        UUID grant = granted(propose(reference, "25.00", "agent"));
        assertThat(compensations.takeBack(grant, "agent", "too early"))
                .isEqualTo(refused("compensation-not-reversible"));
        compensations.paid(grant, "recovery", "receipt 1");
        compensations.paid(grant, "recovery", "receipt 2");

        assertThat(compensations.takeBack(grant, "agent", "The parcel has arrived"))
                .isInstanceOf(Outcome.Granted.class);
        assertThat(compensations.takeBack(grant, "agent", "again")).isEqualTo(refused("compensation-not-reversible"));

        assertThat(compensations.of(reference))
                .extracting(LedgerEntry::state)
                .containsExactly(State.PAID, State.REVERSAL);
        assertThat(compensations.find(grant).orElseThrow().receipt()).isEqualTo("receipt 1");
        assertThat(compensations.accountOf(reference).sum().isZero()).isTrue();
        assertThat(propose(reference, "30.00", "agent")).isInstanceOf(Outcome.Granted.class);
    }

    @Test
    void whatIsFarMoreThanTheCaseIsAboutNeedsAReasonOfItsOwn() {
        CaseReference reference = walk.triaged("stake@example.org", PARCEL);
        compensations.stake(reference, "agent", new BigDecimal("10.00"));

        assertThat(propose(reference, "15.00", "agent")).isInstanceOf(Outcome.Granted.class);
        assertThat(propose(reference, "0.01", "agent")).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("compensation-above-stake");
            assertThat(refused.arguments())
                    .extracting(Object::toString)
                    .containsExactly("15.01 CNY", "150", "10.00 CNY");
        });
        assertThat(compensations.propose(proposal("with reason", reference, "0.01", "agent", "They came by taxi")))
                .isInstanceOf(Outcome.Granted.class);
    }

    @Test
    void nobodyDecidesAboveTheHighestLimit() {
        CaseReference reference = walk.triaged("above.all@example.org", PARCEL);

        assertThat(propose(reference, "5000.01", "manager"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("compensation-above-all-limits"));
    }

    @Test
    void theSameWishArrivingTwiceIsOne() {
        CaseReference reference = walk.triaged("twice@example.org", PARCEL);
        Proposal wish = proposal("the same", reference, "30.00", "agent", null);

        assertThat(compensations.propose(wish)).isEqualTo(compensations.propose(wish));
        assertThat(compensations.of(reference)).hasSize(1);
    }

    @Test
    void aCaseThatIsWithdrawnGetsNothingMoreAndItsProposalsAreOff() {
        CaseReference reference = walk.triaged("withdrawn.money@example.org", PARCEL);
        UUID grant = asked(propose(reference, "100.00", "agent"));

        walk.withdraw(reference);

        assertThat(compensations.find(grant).orElseThrow().state()).isEqualTo(State.REFUSED);
        assertThat(walk.tasks(reference)).extracting("name").doesNotContain("Approve compensation");
        assertThat(propose(reference, "1.00", "agent")).isEqualTo(refused("compensation-case-withdrawn"));
    }

    /** Of many who give 30.00 at the same moment one gives it alone; all others have to ask. */
    @Test
    void theSumIsNeverOffHoweverManyGiveAtTheSameMoment() throws Exception {
        List<CaseReference> few = List.of(
                walk.triaged("crowd1@example.org", PARCEL),
                walk.triaged("crowd2@example.org", PARCEL),
                walk.triaged("crowd3@example.org", PARCEL),
                walk.triaged("crowd4@example.org", PARCEL));
        List<Callable<Outcome>> wishes = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            CaseReference reference = few.get(i % few.size());
            String amount = i / few.size() % 2 == 0 ? "30.00" : "30.01";
            wishes.add(() -> attempts.inTransaction(() -> propose(reference, amount, "agent")));
        }
        ExecutorService people = Executors.newFixedThreadPool(16);

        List<Future<Outcome>> outcomes = people.invokeAll(wishes);
        people.shutdown();

        int granted = 0;
        for (Future<Outcome> outcome : outcomes) {
            granted += outcome.get() instanceof Outcome.Granted ? 1 : 0;
        }
        assertThat(granted).isEqualTo(few.size());
        for (CaseReference reference : few) {
            assertThat(compensations.accountOf(reference).sum()).isEqualTo(Money.of("30.00", "CNY"));
            assertThat(compensations.of(reference)).hasSize(50);
            assertThat(compensations.of(reference).stream().filter(entry -> entry.state() == State.PROPOSED))
                    .hasSize(49);
            assertThat(walk.tasks(reference).stream()
                            .filter(task -> task.getName().equals("Approve compensation")))
                    .hasSize(49);
        }
    }

    private Outcome propose(CaseReference reference, String amount, String proposer) {
        return compensations.propose(proposal(UUID.randomUUID().toString(), reference, amount, proposer, null));
    }

    private static Proposal proposal(
            String key, CaseReference reference, String amount, String proposer, String stakeReason) {
        return new Proposal(
                reference + key,
                reference,
                null,
                CompensationKind.VOUCHER,
                new BigDecimal(amount),
                "It came two days late",
                stakeReason,
                proposer);
    }

    private static UUID asked(Outcome outcome) {
        return ((Outcome.ForApproval) outcome).id();
    }

    private static UUID granted(Outcome outcome) {
        return ((Outcome.Granted) outcome).id();
    }

    private static Outcome refused(String code) {
        return new Outcome.Refused(code);
    }
}
