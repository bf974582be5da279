package io.careloop.insight.figures;

import java.io.ByteArrayOutputStream;

/**
 * Many whole numbers in few bytes: sorted, in blocks, each as what it is more than the one before, seven bits to a byte.
 * How many they are, their sum, the last of them, and where each block begins stand before the blocks, so that a value is
 * found by its rank without unpacking more than a block.
 */
final class PackedValues {

    private static final int BLOCK = 128;
    private static final int BITS = 7;
    private static final int MORE = 0x80;
    private static final int LOW = 0x7f;

    private final byte[] bytes;
    private final int count;
    private final long sum;
    private final long last;
    private final long[] firsts;
    private final int[] places;
    private int at;
    private int open = -1;
    private long[] block;

    private PackedValues(byte[] bytes) {
        this.bytes = bytes;
        if (bytes.length > 0) {
            count = (int) next();
            sum = next();
            last = next();
        } else {
            count = 0;
            sum = 0;
            last = 0;
        }
        firsts = new long[(count + BLOCK - 1) / BLOCK];
        places = new int[firsts.length];
        readBlocks();
    }

    /** @param bytes as {@link #bytes} gave them */
    static PackedValues of(byte[] bytes) {
        return new PackedValues(bytes);
    }

    /** @param values sorted, none below 0 */
    static PackedValues of(long[] values) {
        return new PackedValues(values.length == 0 ? new byte[0] : pack(values));
    }

    byte[] bytes() {
        return bytes;
    }

    int count() {
        return count;
    }

    long sum() {
        return sum;
    }

    /** The lowest; there has to be one. */
    long first() {
        return firsts[0];
    }

    /** The highest; there has to be one. */
    long last() {
        return last;
    }

    /** How many are not above the limit. */
    int countUpTo(long limit) {
        int lower = countUpTo(firsts, limit);
        return lower == 0 ? 0 : (lower - 1) * BLOCK + countUpTo(open(lower - 1), limit);
    }

    /** All of them, sorted. */
    long[] values() {
        long[] values = new long[count];
        for (int number = 0; number < firsts.length; number++) {
            long[] part = open(number);
            System.arraycopy(part, 0, values, number * BLOCK, part.length);
        }
        return values;
    }

    private static int countUpTo(long[] sorted, long limit) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] <= limit) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private void readBlocks() {
        int place = 0;
        long first = 0;
        for (int number = 0; number < firsts.length; number++) {
            first += next();
            firsts[number] = first;
            places[number] = place;
            place += (int) next();
        }
        for (int number = 0; number < places.length; number++) {
            places[number] += at;
        }
    }

    /** Stays open, since whoever looks for a value comes back to the same block. */
    private long[] open(int number) {
        if (open != number) {
            block = new long[Math.min(BLOCK, count - number * BLOCK)];
            block[0] = firsts[number];
            at = places[number];
            for (int i = 1; i < block.length; i++) {
                block[i] = block[i - 1] + next();
            }
            open = number;
        }
        return block;
    }

    private long next() {
        long value = 0;
        int shift = 0;
        while (bytes[at] < 0) {
            value |= (long) (bytes[at++] & LOW) << shift;
            shift += BITS;
        }
        return value | (long) bytes[at++] << shift;
    }

    private static byte[] pack(long[] values) {
        ByteArrayOutputStream index = new ByteArrayOutputStream();
        ByteArrayOutputStream blocks = new ByteArrayOutputStream(values.length * 2);
        long sum = values[0];
        for (int i = 1; i < values.length; i++) {
            sum += values[i];
        }
        write(index, values.length);
        write(index, sum);
        write(index, values[values.length - 1]);
        for (int begin = 0; begin < values.length; begin += BLOCK) {
            write(index, more(values, begin, begin == 0 ? 0 : values[begin - BLOCK]));
            int before = blocks.size();
            for (int i = begin + 1; i < Math.min(begin + BLOCK, values.length); i++) {
                write(blocks, more(values, i, values[i - 1]));
            }
            write(index, blocks.size() - before);
        }
        index.writeBytes(blocks.toByteArray());
        return index.toByteArray();
    }

    private static long more(long[] values, int at, long before) {
        if (values[at] < before) {
            throw new IllegalArgumentException("Not sorted, or below 0: " + values[at]);
        }
        return values[at] - before;
    }

    private static void write(ByteArrayOutputStream bytes, long value) {
        long rest = value;
        while (rest > LOW) {
            bytes.write((int) (rest & LOW) | MORE);
            rest >>>= BITS;
        }
        bytes.write((int) rest);
    }
}
