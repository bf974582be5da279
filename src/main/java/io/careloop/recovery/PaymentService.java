package io.careloop.recovery;

/**
 * Where compensations are really given. Every order carries the id of its ledger row as its key; the service does at most
 * one payment for a key, and can be asked what became of it.
 */
public interface PaymentService {

    /** Whether there is one; without it a person pays. */
    boolean isConfigured();

    /** Orders the payment. */
    Answer order(LedgerEntry entry);

    /** What became of the order with the key of this row. */
    Answer stateOf(LedgerEntry entry);

    /** What the service says. */
    sealed interface Answer {

        /** @param receipt how the service finds it again */
        record Done(String receipt) implements Answer {}

        /** It will not be done. */
        record Refused(String reason) implements Answer {}

        /** It never heard of the key. */
        record Unknown() implements Answer {}

        /** It was surely not ordered, or is not decided yet: nobody answered, or only that it goes on. */
        record Open(String why) implements Answer {}
    }
}
