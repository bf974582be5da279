package io.careloop.deadline;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.ClockStore.Held;
import io.careloop.engine.TransactionMemory;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Holds the clocks of a case once in a transaction. Several changes of one step of a process look at them, and until the
 * transaction ends nobody else can change them.
 */
@Component
class HeldClocks {

    private final ClockStore store;
    private final TransactionMemory<Map<String, Held>> held = new TransactionMemory<>(HashMap::new);

    HeldClocks(ClockStore store) {
        this.store = store;
    }

    /** @throws IllegalStateException outside of a transaction: nothing would be held then */
    Held hold(CaseReference reference) {
        return inTransaction().computeIfAbsent(reference.value(), any -> store.hold(reference));
    }

    /** The same for many cases, in one look. */
    void hold(Collection<String> references) {
        Map<String, Held> all = inTransaction();
        store.hold(references).forEach(all::putIfAbsent);
    }

    private Map<String, Held> inTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Clocks change within a transaction");
        }
        return held.get();
    }

    /** Those that the transaction holds already. */
    Optional<Held> known(CaseReference reference) {
        return held.find().map(all -> all.get(reference.value()));
    }

    /** What is on file now of clocks that are held, or of the first ones of a case. */
    void keep(String reference, Held before, List<ClockRecord> changed, int length, String head) {
        Map<ClockId, ClockRecord> all = new HashMap<>();
        before.clocks().forEach(clock -> all.put(clock.id(), clock));
        changed.forEach(clock -> all.put(clock.id(), clock));
        List<ClockRecord> clocks = all.values().stream()
                .sorted(Comparator.comparing(ClockRecord::id))
                .toList();
        held.get().put(reference, new Held(clocks, length, head));
    }
}
