package io.careloop.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.DeadlineClock.ClockType;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The facts of a case are one chain, whoever adds to it at the same time. */
@CareloopTest
class FactsOfManyAtOnceTests {

    private static final int WRITERS = 3;
    private static final int TRANSACTIONS = 4;

    @Autowired
    Clocks clocks;

    @Autowired
    ClockStore store;

    @Autowired
    DeadlineProofs proofs;

    @Autowired
    CaseWalk walk;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void transactionsThatAddFactsAtOnceMakeOneChain() throws Exception {
        CaseReference reference = walk.registered("facts-" + UUID.randomUUID() + "@example.org", "My parcel is late");
        int before = store.chainOf(reference).length();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        CountDownLatch ready = new CountDownLatch(WRITERS);
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int hours = 30 + 10 * writer;
            writers.add(threads.submit(() -> {
                ready.countDown();
                ready.await();
                for (int i = 0; i < TRANSACTIONS; i++) {
                    decideOnBoth(reference, hours + i);
                }
                return null;
            }));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        threads.shutdown();

        FactChain chain = store.chainOf(reference);
        assertThat(chain.isIntact()).isTrue();
        assertThat(chain.length()).isEqualTo(before + 2 * WRITERS * TRANSACTIONS);
        CaseProof proof = proofs.of(reference);
        assertThat(proof.clocks()).allMatch(proof::isProven);
    }

    @Test
    void factsAreReadInTheTransactionThatAddsThem() {
        CaseReference reference = walk.registered("facts-" + UUID.randomUUID() + "@example.org", "My parcel is late");
        int before = store.chainOf(reference).length();

        transaction.executeWithoutResult(status -> {
            decideOnBoth(reference, 40);

            assertThat(store.chainOf(reference).length()).isEqualTo(before + 2);
            assertThat(store.isDecided(reference, ClockId.RESOLUTION)).isTrue();
            assertThat(clocks.find(reference, ClockId.RESOLUTION))
                    .hasValueSatisfying(clock -> assertThat(clock.limit()).isEqualTo(Duration.ofHours(40)));
        });

        assertThat(store.chainOf(reference).isIntact()).isTrue();
    }

    private void decideOnBoth(CaseReference reference, int hours) {
        transaction.executeWithoutResult(status -> List.of(ClockId.FIRST_RESPONSE, ClockId.RESOLUTION)
                .forEach(clock -> clocks.decide(
                        reference,
                        clock,
                        Limit.of("PT%dH".formatted(hours), ClockType.BUSINESS),
                        "manager",
                        "agreed")));
    }
}
