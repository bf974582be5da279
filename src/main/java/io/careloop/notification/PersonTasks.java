package io.careloop.notification;

import java.time.Instant;
import java.util.UUID;

/** Asks a person to bring a message to the customer. */
public interface PersonTasks {

    /**
     * Opens the task within the caller's transaction.
     *
     * @param owner user id of whoever it is given to first, may be null
     */
    void open(String reference, UUID messageId, Cause cause, String owner, Instant dueAt);

    /** Ends the open tasks of a withdrawn case within the caller's transaction. */
    void end(String reference);

    /** Why the message needs a person. */
    enum Cause {
        FAILED("failed"),
        HELD("held"),
        PHONE_ONLY("phone-only");

        private final String code;

        Cause(String code) {
            this.code = code;
        }

        /** As the diagram and its form write it. */
        public String code() {
            return code;
        }
    }
}
