package io.careloop.insight;

/** The tables that the console reads, which follow from the log of facts. */
public interface Projections {

    /** How many changes wait to be told. */
    long pending();

    /** Empties the tables and lets everything be told anew, which then goes on in the background. */
    void rebuild();
}
