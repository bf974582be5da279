package io.careloop.deadline.web;

import io.careloop.deadline.Flaw;
import java.util.List;

/** Ends a request of which something cannot be taken, with a 400 that names each field. */
class FlawsException extends RuntimeException {

    private final List<Flaw> flaws;

    FlawsException(List<Flaw> flaws) {
        super("Not taken: " + flaws);
        this.flaws = flaws;
    }

    static FlawsException in(String field, String code, String... arguments) {
        return new FlawsException(List.of(new Flaw(field, code, List.of(arguments))));
    }

    List<Flaw> flaws() {
        return flaws;
    }
}
