package io.careloop.insight;

import io.careloop.engine.HistoryFact;
import io.careloop.engine.HistoryFact.TaskChanged;
import io.careloop.engine.HistoryFact.VariableSet;
import io.careloop.engine.HistoryListener;
import io.careloop.engine.TransactionMemory;
import io.careloop.insight.CaseFact.CaseSeen;
import io.careloop.insight.CaseFact.ClockSeen;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects what happens in a transaction and adds it to the log when that commits, in one statement. Of a thing that
 * changes several times the log gets what it was in the end.
 */
@Component
class FactLog implements HistoryListener {

    /** Where it is not known yet which case a decision is about; one that is about none is left out. */
    private static final String UNKNOWN = "";

    private final FactStore store;
    private final TransactionMemory<Gathered> gathered = new TransactionMemory<>(this::begin);

    FactLog(FactStore store) {
        this.store = store;
    }

    @Override
    public void heard(String businessKey, HistoryFact fact) {
        String subject = businessKey != null ? businessKey : fact.instance() != null ? fact.instance() : UNKNOWN;
        add(subject, fact, fact.at());
    }

    void add(String subject, CaseFact fact) {
        add(subject, fact, fact.at());
    }

    private void add(String subject, Object fact, Instant at) {
        Gathered facts = gathered.get();
        facts.add(subject, fact, at);
        if (facts.isEnding || !TransactionMemory.isInTransaction()) {
            facts.write();
        }
    }

    private Gathered begin() {
        Gathered begun = new Gathered();
        if (TransactionMemory.isInTransaction()) {
            store.expect();
            TransactionSynchronizationManager.registerSynchronization(begun);
        }
        return begun;
    }

    /** A key that a later fact of the same thing shares, so that it takes the place of the earlier; else the fact itself. */
    private static Object keyOf(Object fact) {
        if (fact instanceof CaseSeen) {
            return CaseSeen.class;
        }
        if (fact instanceof ClockSeen clock) {
            return clock.clock();
        }
        if (fact instanceof TaskChanged task) {
            return task.task();
        }
        return fact instanceof VariableSet variable ? variable.instance() + ' ' + variable.name() : new Object();
    }

    private final class Gathered implements TransactionSynchronization {

        private final Map<String, Map<Object, Object>> bySubject = new LinkedHashMap<>();
        private Instant first;
        private boolean isEnding;

        /** Before others write what waits for the end of the transaction, so that all travels together. */
        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        void add(String subject, Object fact, Instant at) {
            first = first == null ? at : first;
            if (fact instanceof HistoryFact told && bySubject.containsKey(told.instance())) {
                giveTo(subject, told.instance());
            }
            Map<Object, Object> facts = bySubject.computeIfAbsent(subject, none -> new LinkedHashMap<>());
            Object key = keyOf(fact);
            facts.remove(key);
            facts.put(key, fact);
        }

        /** What a process did before it knew its case, such as one that registers it, is of the case too. */
        private void giveTo(String subject, String instance) {
            if (!subject.equals(instance)) {
                Map<Object, Object> facts = bySubject.remove(instance);
                facts.putAll(bySubject.getOrDefault(subject, Map.of()));
                bySubject.put(subject, facts);
            }
        }

        void write() {
            Map<Object, Object> unknown = bySubject.remove(UNKNOWN);
            if (unknown != null && bySubject.size() == 1) {
                // our own rules asked for a decision while they worked on one case
                bySubject.values().iterator().next().putAll(unknown);
            }
            if (!bySubject.isEmpty()) {
                store.add(bySubject, first);
            }
            bySubject.clear();
            first = null;
        }

        /** Others who hear of the end may do something after this; it must not wait. */
        @Override
        public void beforeCommit(boolean readOnly) {
            write();
            isEnding = true;
        }
    }
}
