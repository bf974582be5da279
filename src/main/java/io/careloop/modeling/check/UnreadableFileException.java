package io.careloop.modeling.check;

/** A file is not what its name says; the message is the reader's reason. */
public class UnreadableFileException extends RuntimeException {

    UnreadableFileException(String reason) {
        super(reason == null ? "" : reason);
    }
}
