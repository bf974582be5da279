package io.careloop.modeling.replay;

/** A file is no table that the engine can read. */
public class UnreadableTableException extends Exception {

    UnreadableTableException(Throwable cause) {
        super(reason(cause), cause);
    }

    private static String reason(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
