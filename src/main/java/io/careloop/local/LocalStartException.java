package io.careloop.local;

/** The start cannot go on; the message tells whoever started it why, and the action what to do. */
class LocalStartException extends RuntimeException {

    private final String action;

    LocalStartException(String message, String action) {
        this(message, action, null);
    }

    LocalStartException(String message, String action, Throwable cause) {
        super(message, cause);
        this.action = action;
    }

    String action() {
        return action;
    }
}
