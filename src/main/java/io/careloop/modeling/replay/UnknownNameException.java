package io.careloop.modeling.replay;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table looked at something that was not recorded. */
class UnknownNameException extends RuntimeException {

    private static final Pattern QUOTED = Pattern.compile("'(.*)'");

    private final String name;

    /** @param message of the expression engine, which quotes the name */
    UnknownNameException(String message) {
        super(message, null, false, false);
        Matcher quoted = QUOTED.matcher(message);
        this.name = quoted.find() ? quoted.group(1) : message;
    }

    String unknownName() {
        return name;
    }
}
