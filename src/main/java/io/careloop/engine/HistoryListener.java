package io.careloop.engine;

/** Hears all that the engine does, within the transaction in which it does it. Must be quick, and must not call the engine. */
public interface HistoryListener {

    /** @param businessKey of the process instance; null if it has none, or if no process asked for a decision */
    void heard(String businessKey, HistoryFact fact);
}
