package io.careloop.insight.figures;

import java.util.ArrayList;
import java.util.List;

/** Values of which several parts are sorted each: finds a value at any rank without sorting them together. */
final class Spread {

    private final List<long[]> parts = new ArrayList<>();
    private int count;

    /** @param sorted values in rising order */
    void add(long[] sorted) {
        if (sorted.length > 0) {
            parts.add(sorted);
            count += sorted.length;
        }
    }

    void add(Spread other) {
        other.parts.forEach(this::add);
    }

    int count() {
        return count;
    }

    double sum() {
        double sum = 0;
        for (long[] part : parts) {
            for (long value : part) {
                sum += value;
            }
        }
        return sum;
    }

    /** All values, sorted. */
    long[] sorted() {
        return parts.stream().reduce(new long[0], PackedValues::merge);
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
        long below = ranked((long) Math.floor(place));
        long above = ranked((long) Math.ceil(place));
        return below + (place - Math.floor(place)) * (above - below);
    }

    /** The value that has {@code rank} values before it: halves the range of values until one is left. */
    private long ranked(long rank) {
        long low = parts.stream().mapToLong(part -> part[0]).min().orElseThrow();
        long high =
                parts.stream().mapToLong(part -> part[part.length - 1]).max().orElseThrow();
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
        for (long[] part : parts) {
            int from = 0;
            int to = part.length;
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (part[middle] <= limit) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            found += from;
        }
        return found;
    }
}
