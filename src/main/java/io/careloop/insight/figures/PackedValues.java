package io.careloop.insight.figures;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Many whole numbers in few bytes: sorted, and each as what it is more than the one before, seven bits to a byte. */
final class PackedValues {

    static final byte[] NONE = {};

    private static final int BITS = 7;
    private static final int MORE = 0x80;
    private static final int LOW = 0x7f;

    /** @param values sorted, none below 0 */
    static byte[] encode(long[] values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(values.length * 2);
        long before = 0;
        for (long value : values) {
            long rest = value - before;
            if (rest < 0) {
                throw new IllegalArgumentException("Not sorted, or below 0: " + value);
            }
            before = value;
            while (rest > LOW) {
                bytes.write((int) (rest & LOW) | MORE);
                rest >>>= BITS;
            }
            bytes.write((int) rest);
        }
        return bytes.toByteArray();
    }

    /** The values again, sorted. */
    static long[] decode(byte[] packed) {
        long[] values = new long[count(packed)];
        long value = 0;
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            int shift = 0;
            while (packed[at] < 0) {
                value += (long) (packed[at++] & LOW) << shift;
                shift += BITS;
            }
            value += (long) packed[at++] << shift;
            values[i] = value;
        }
        return values;
    }

    /** How many values these are. */
    static int count(byte[] packed) {
        int count = 0;
        for (byte one : packed) {
            count += one >= 0 ? 1 : 0;
        }
        return count;
    }

    /** All values of both, sorted. */
    static long[] merge(long[] one, long[] other) {
        long[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        Arrays.sort(all);
        return all;
    }

    private PackedValues() {}
}
