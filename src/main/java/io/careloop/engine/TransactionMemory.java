package io.careloop.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Something that is kept for as long as a transaction lasts: made when it is first asked for, gone with the end, set aside
 * for a transaction within. What it remembers of the database is right for rows that the transaction holds or writes;
 * of others it says what they were when it first looked.
 *
 * @param <T> what is kept, such as a map
 */
public final class TransactionMemory<T> {

    private final Supplier<T> fresh;

    public TransactionMemory(Supplier<T> fresh) {
        this.fresh = fresh;
    }

    /** The one of this transaction; outside of any a fresh one, which nobody else will get. */
    public T get() {
        return find().orElseGet(this::begin);
    }

    /** Empty if none was asked for in this transaction. */
    @SuppressWarnings("unchecked")
    public Optional<T> find() {
        return Optional.ofNullable((T) TransactionSynchronizationManager.getResource(this));
    }

    public static boolean isInTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive();
    }

    private T begin() {
        T begun = fresh.get();
        if (isInTransaction()) {
            TransactionSynchronizationManager.bindResource(this, begun);
            TransactionSynchronizationManager.registerSynchronization(new Release(begun));
        }
        return begun;
    }

    private final class Release implements TransactionSynchronization {

        private final T kept;

        private Release(T kept) {
            this.kept = kept;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(TransactionMemory.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(TransactionMemory.this, kept);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TransactionMemory.this);
        }
    }
}
