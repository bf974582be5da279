package io.careloop.engine;

/** The application must not start as it is set up; printed as two sentences in place of a stack trace. */
public class StartRefusedException extends RuntimeException {

    private final String action;

    /**
     * @param message why, to whoever started the application
     * @param action  what to do about it
     */
    public StartRefusedException(String message, String action) {
        this(message, action, null);
    }

    public StartRefusedException(String message, String action, Throwable cause) {
        super(message, cause);
        this.action = action;
    }

    public String action() {
        return action;
    }
}
