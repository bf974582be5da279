package io.careloop.modeling.check;

/** Looks at one thing in a diagram. */
interface DiagramCheck {

    /** @param shelf the diagram itself, and what it can refer to */
    void check(Diagram diagram, Shelf shelf, Findings findings);
}
