package io.careloop.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.engine.Restrictions;
import io.careloop.identity.Groups;
import io.careloop.support.CareloopTest;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A transaction remembers what it has read of a case, and sends what it writes late. Nobody is to notice. */
@CareloopTest
class CasesInOneTransactionTests {

    @Autowired
    CaseFiles cases;

    @Autowired
    Timeline timeline;

    @Autowired
    TrackingTokens tokens;

    @Autowired
    Conversation conversation;

    @Autowired
    Restrictions restrictions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private CaseReference reference;

    @BeforeEach
    void aCase() {
        reference = cases.register(new NewCase(
                        Channel.API,
                        new ContactDetails("Ann", UUID.randomUUID() + "@example.org", null, Locale.ENGLISH),
                        null,
                        "My order has not arrived",
                        Urgency.NORMAL,
                        null,
                        null,
                        null,
                        "agent",
                        null))
                .reference();
    }

    @Test
    void aRestrictionIsNoticedInTheTransactionThatSetsIt() {
        together(() -> {
            assertThat(restrictions.circleOf(reference.value())).isEmpty();

            cases.restrict(reference, Groups.COMPLAINTS, "the press", "manager");

            assertThat(restrictions.circleOf(reference.value()))
                    .hasValueSatisfying(circle -> assertThat(circle.group()).isEqualTo(Groups.COMPLAINTS));

            cases.release(reference, "settled", "manager");

            assertThat(restrictions.circleOf(reference.value())).isEmpty();
        });
    }

    @Test
    void whatIsAddedIsReadInTheSameTransactionByWhateverRoad() {
        together(() -> {
            int before = timeline.of(reference).size();

            timeline.note(reference, Kind.NOTE, "agent", "called back");

            assertThat(timeline.of(reference)).hasSize(before + 1);
            assertThat(timeline.newest(reference, Kind.NOTE))
                    .hasValueSatisfying(entry -> assertThat(entry.text()).isEqualTo("called back"));

            timeline.note(reference, Kind.NOTE, "agent", "called again");

            assertThat(jdbc.sql("select count(*) from cases_entry where reference = ? and kind = 'NOTE'")
                            .param(reference.value())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2);
            assertThat(tokens.caseOf(tokens.issue(reference))).contains(reference);
            conversation.systemWrote(reference, Channel.EMAIL, "Hello", "We look into it", "acknowledgement", 1);
            assertThat(conversation.of(reference)).extracting(CaseMessage::text).contains("We look into it");
        });
    }

    @Test
    void whatIsAddedKeepsItsOrderAndIsThereAfterTheTransaction() {
        together(() -> {
            timeline.note(reference, Kind.NOTE, "agent", "first");
            together(() -> timeline.note(reference, Kind.NOTE, "agent", "second"));
            timeline.tell(reference, Kind.NOTE, "agent", "third");
        });

        assertThat(timeline.of(reference))
                .extracting(TimelineEntry::text)
                .containsSubsequence("first", "second", "third");
    }

    @Test
    void aTransactionThatFailsAddsNothing() {
        int before = timeline.of(reference).size();

        assertThatThrownBy(() -> together(() -> {
                    timeline.note(reference, Kind.NOTE, "agent", "never said");
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(timeline.of(reference)).hasSize(before);
    }

    @Test
    void aTransactionWithinHasEntriesAndACaseOfItsOwn() {
        together(() -> {
            timeline.note(reference, Kind.NOTE, "agent", "outside");
            cases.handOver(reference, "manager", "expert", "on leave");

            assertThat(apart(() -> timeline.of(reference).stream()
                            .map(TimelineEntry::text)
                            .toList()))
                    .doesNotContain("outside");
            assertThat(apart(() -> cases.get(reference).owner())).isEqualTo("agent");
            assertThat(cases.get(reference).owner()).isEqualTo("expert");
        });

        assertThat(timeline.of(reference)).extracting(TimelineEntry::text).contains("outside");
    }

    @Test
    void aChangeThatSomebodyElseMadeMeanwhileIsNotOverwritten() {
        assertThatThrownBy(() -> together(() -> {
                    cases.get(reference);
                    apart(() -> {
                        cases.classify(reference, "agent", "delivery", "HIGH", "logistics");
                        return null;
                    });
                    cases.handOver(reference, "manager", "expert", "on leave");
                }))
                .isInstanceOf(OptimisticLockingFailureException.class);

        assertThat(cases.get(reference)).returns("delivery", CaseFile::category).returns("agent", CaseFile::owner);
    }

    @Test
    void whoeverLocksACaseSeesItAsItIs() {
        together(() -> {
            cases.get(reference);
            apart(() -> {
                cases.classify(reference, "agent", "delivery", "HIGH", "logistics");
                return null;
            });

            cases.lock(reference);

            assertThat(cases.get(reference).category()).isEqualTo("delivery");
        });
    }

    @Test
    void theStageThatAProcessComesToIsKeptBesideOtherChanges() {
        together(() -> {
            cases.enterStage(reference, Stage.ANALYSIS);
            cases.classify(reference, "agent", "delivery", "HIGH", "logistics");
            cases.enterStage(reference, Stage.SOLUTION);

            assertThat(cases.get(reference)).returns(Stage.SOLUTION, CaseFile::stage);
        });

        assertThat(cases.get(reference))
                .returns(Stage.SOLUTION, CaseFile::stage)
                .returns("delivery", CaseFile::category);
        cases.handOver(reference, "manager", "expert", "on leave");
    }

    @Test
    void whoeverGetsACaseGetsACopyOfTheirOwn() {
        together(() -> {
            CaseFile before = cases.get(reference);

            cases.handOver(reference, "manager", "expert", "on leave");

            assertThat(before.owner()).isEqualTo("agent");
        });
    }

    private void together(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private <T> T apart(Supplier<T> work) {
        TransactionTemplate another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return another.execute(status -> work.get());
    }
}
