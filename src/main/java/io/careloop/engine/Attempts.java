package io.careloop.engine;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work that is done again when somebody else changed the same case or process in the meantime: what a customer sends
 * must not be lost because a job of the engine was quicker.
 */
@Component
public class Attempts {

    private static final int MOST = 10;
    private static final long LONGEST_PAUSE = Duration.ofMillis(40).toNanos();

    private final TransactionTemplate transactions;

    Attempts(PlatformTransactionManager transactions) {
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Each attempt has a transaction of its own; the last conflict of too many is thrown. Within a transaction the work
     * joins it, and whoever began that one tries again.
     */
    public <T> T inTransaction(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.execute(status -> work.get());
            } catch (OptimisticLockingException | ConcurrencyFailureException | DuplicateKeyException conflict) {
                if (attempt == MOST) {
                    throw conflict;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE * attempt));
            }
        }
    }
}
