package io.careloop.insight.figures;

/** What was counted and measured; added up piece by piece. */
final class Tally {

    private static final int MOST_COUNTS = 5;

    private final long[] counts = new long[MOST_COUNTS];
    private final Spread waits = new Spread();
    private final Spread works = new Spread();

    void add(Tally other) {
        add(other.counts);
        waits.add(other.waits);
        works.add(other.works);
    }

    void add(long... more) {
        for (int i = 0; i < more.length; i++) {
            counts[i] += more[i];
        }
    }

    long count(int place) {
        return counts[place];
    }

    long[] counts() {
        return counts.clone();
    }

    Spread waits() {
        return waits;
    }

    Spread works() {
        return works;
    }
}
