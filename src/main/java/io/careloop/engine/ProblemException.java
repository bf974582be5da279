package io.careloop.engine;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Ends a request with a status and a sentence of the message bundle. Thrown by the web side only, never by services. */
public class ProblemException extends ErrorResponseException {

    private final String code;

    /** @param code key of the sentence */
    public ProblemException(HttpStatus status, String code) {
        super(status);
        this.code = code;
    }

    /** The same request is welcome after a while. */
    public static ProblemException tooMany(String code, Duration retryAfter) {
        ProblemException problem = new ProblemException(HttpStatus.TOO_MANY_REQUESTS, code);
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds() + 1)));
        return problem;
    }

    String code() {
        return code;
    }
}
