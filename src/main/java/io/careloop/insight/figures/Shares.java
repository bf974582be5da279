package io.careloop.insight.figures;

/** Ranks that pages show. */
final class Shares {

    static final double MEDIAN = 0.5;
    static final double P90 = 0.9;

    private Shares() {}
}
