package io.careloop.modeling.drift;

/**
 * One thing in which two versions of a model differ.
 *
 * @param elementName of the element, or of what it is part of; may be empty
 * @param property    what of it, empty if the element was added, removed or moved
 * @param before      null if it was not there
 * @param after       null if it is not there any more
 */
public record Difference(
        Kind kind, String elementId, String elementName, String property, String before, String after) {

    /** Seen from the first version. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** Drawn elsewhere, or a part of something else. */
        MOVED
    }
}
