package io.careloop.insight.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Values of which several parts are sorted each: finds a value at any rank without sorting them together. */
final class Spread {

    private final List<PackedValues> parts = new ArrayList<>();
    private int count;
    private long lowest = Long.MAX_VALUE;
    private long highest;
    private double sum;

    /** In any order: to sort them is quicker here than in the database. */
    void add(long[] values) {
        add(PackedValues.of(LongStream.of(values).sorted().toArray()));
    }

    void add(PackedValues part) {
        if (part.count() > 0) {
            parts.add(part);
            count += part.count();
            sum += part.sum();
            lowest = Math.min(lowest, part.first());
            highest = Math.max(highest, part.last());
        }
    }

    void add(Spread other) {
        other.parts.forEach(this::add);
    }

    int count() {
        return count;
    }

    double sum() {
        return sum;
    }

    /** All values in one part. */
    PackedValues together() {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        long[] all = parts.stream()
                .flatMapToLong(part -> LongStream.of(part.values()))
                .toArray();
        Arrays.sort(all);
        return PackedValues.of(all);
    }

    /**
     * As {@code percentile_cont} of SQL.
     *
     * @param share from 0 to 1
     * @return null if there are no values
     */
    Double percentile(double share) {
        if (count == 0) {
            return null;
        }
        double place = share * (count - 1);
        long below = ranked((long) Math.floor(place), lowest);
        long above = ranked((long) Math.ceil(place), below);
        return below + (place - Math.floor(place)) * (above - below);
    }

    /**
     * The value that has {@code rank} values before it: halves the range of values until one is left.
     *
     * @param least what it is at least
     */
    private long ranked(long rank, long least) {
        if (countUpTo(least) > rank) {
            return least;
        }
        long low = least;
        long high = highest;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (countUpTo(middle) > rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private long countUpTo(long limit) {
        long found = 0;
        for (PackedValues part : parts) {
            found += part.countUpTo(limit);
        }
        return found;
    }
}
