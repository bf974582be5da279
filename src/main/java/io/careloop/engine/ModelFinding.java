package io.careloop.engine;

import java.util.List;

/**
 * What a check of a model found.
 *
 * @param file        name of the file that was looked at
 * @param elementId   id of the element in it, empty if the whole file is meant
 * @param elementName as its owner named it, empty if it has no name
 * @param code        of the sentence, {@code check.<code>} in the message bundles
 * @param arguments   of the sentence; one that is a map has its text by language tag
 * @param nearest     a name that is known and looks like the one that is not; empty if there is none
 */
public record ModelFinding(
        Weight weight,
        String file,
        String elementId,
        String elementName,
        String code,
        List<Object> arguments,
        String nearest) {

    /** Whether it can stay. */
    public enum Weight {
        /** A model that has one is not deployed. */
        FAULT,
        /** Worth a look; nothing is refused for it. */
        HINT
    }

    /** One for which no other name is proposed. */
    public ModelFinding(
            Weight weight, String file, String elementId, String elementName, String code, List<Object> arguments) {
        this(weight, file, elementId, elementName, code, arguments, "");
    }

    public boolean isFault() {
        return weight == Weight.FAULT;
    }
}
