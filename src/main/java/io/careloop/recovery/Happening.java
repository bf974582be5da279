package io.careloop.recovery;

/** What may make a customer less content. The decision table weighs each by its code. */
final class Happening {

    static final String BREACH = "breach";
    static final String PROMISE_BROKEN = "promise-broken";
    static final String REOPENED = "reopened";
    static final String THIRD_CONTACT = "third-contact";
    static final String REPEATED_CONTACT = "repeated-contact";
    static final String SOLUTION_REFUSED = "solution-refused";
    static final String TRANSFER = "transfer";
    static final String WAIT = "wait";
    static final String WORDS = "words";

    /** Followed by the one word that the customer chose. */
    static final String WORD = "word-";

    private Happening() {}
}
