package io.careloop.deadline;

import java.util.List;

/**
 * Why something that was written cannot be taken.
 *
 * @param field where: a path such as {@code workingDays[1].hours}
 * @param code  key of the sentence in the message bundle
 */
public record Flaw(String field, String code, List<String> arguments) {

    static Flaw in(String field, String code, String... arguments) {
        return new Flaw(field, code, List.of(arguments));
    }
}
