package io.careloop.notification;

/** How far a message has come. */
public enum DeliveryState {
    /** Waits for its turn or for its next try. */
    PENDING,
    /** Somebody is handing it to the mail server; after a crash nobody knows whether that succeeded. */
    SENDING,
    /** The mail server has taken it. */
    SENT,
    /** Given up; a person is asked to tell the customer. */
    FAILED,
    /** Not sent and left to a person: the customer can only be called, or a crash left it in doubt. */
    HELD,
    /** A person has told the customer. */
    TOLD,
    /** A person has tried in vain. */
    NOT_REACHED,
    /** The case was withdrawn before the customer had it. */
    DROPPED;

    /** Whether the customer does not have it and a person is asked to see to that. */
    public boolean needsPerson() {
        return this == FAILED || this == HELD;
    }
}
