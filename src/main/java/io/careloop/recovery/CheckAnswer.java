package io.careloop.recovery;

import java.util.Arrays;
import java.util.Locale;

/** What the customer says when asked whether it was made good. */
public enum CheckAnswer {
    CONTENT,
    NOT_CONTENT,
    NOT_REACHED;

    /** As forms and diagrams write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Null for a text that is none. */
    public static CheckAnswer of(String code) {
        return Arrays.stream(values())
                .filter(answer -> answer.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
