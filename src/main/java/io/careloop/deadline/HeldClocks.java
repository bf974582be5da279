package io.careloop.deadline;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.ClockStore.Held;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Holds the clocks of a case once in a transaction. Several changes of one step of a process look at them, and until the
 * transaction ends nobody else can change them.
 */
@Component
class HeldClocks {

    private final ClockStore store;

    HeldClocks(ClockStore store) {
        this.store = store;
    }

    Held hold(CaseReference reference) {
        return ofTransaction().computeIfAbsent(reference.value(), any -> store.hold(reference));
    }

    /** What is on file now of clocks that are held, or of the first ones of a case. */
    void keep(String reference, Held before, List<ClockRecord> changed, int length, String head) {
        Map<ClockId, ClockRecord> all = new HashMap<>();
        before.clocks().forEach(clock -> all.put(clock.id(), clock));
        changed.forEach(clock -> all.put(clock.id(), clock));
        List<ClockRecord> clocks = all.values().stream()
                .sorted(Comparator.comparing(ClockRecord::id))
                .toList();
        ofTransaction().put(reference, new Held(clocks, length, head));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Held> ofTransaction() {
        Map<String, Held> held = (Map<String, Held>) TransactionSynchronizationManager.getResource(this);
        if (held == null) {
            held = new HashMap<>();
            TransactionSynchronizationManager.bindResource(this, held);
            TransactionSynchronizationManager.registerSynchronization(new Release(held));
        }
        return held;
    }

    /** Forgets them with the end of the transaction, and sets them aside for one within. */
    private final class Release implements TransactionSynchronization {

        private final Map<String, Held> held;

        private Release(Map<String, Held> held) {
            this.held = held;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(HeldClocks.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(HeldClocks.this, held);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(HeldClocks.this);
        }
    }
}
