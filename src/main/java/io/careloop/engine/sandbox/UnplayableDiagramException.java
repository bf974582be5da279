package io.careloop.engine.sandbox;

/** The engine cannot read a diagram; the message says why. */
public class UnplayableDiagramException extends Exception {

    UnplayableDiagramException(String message, Throwable cause) {
        super(message, cause);
    }
}
