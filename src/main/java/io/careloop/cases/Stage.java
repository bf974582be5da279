package io.careloop.cases;

/** The five steps on the way of a case; the diagram says which of its parts is which. */
public enum Stage {
    CONTACT,
    ANALYSIS,
    SOLUTION,
    IMPLEMENTATION,
    FEEDBACK
}
