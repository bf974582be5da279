package io.careloop.deadline;

/**
 * What became of clocks whose calendar was changed.
 *
 * @param seen    all that were looked at
 * @param earlier are due earlier now
 * @param later   are due later now, since somebody decided so
 * @param kept    would be due later, and stay as they were promised
 */
record Tally(int seen, int earlier, int later, int kept) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(seen + other.seen, earlier + other.earlier, later + other.later, kept + other.kept);
    }
}
