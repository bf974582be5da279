package io.careloop.modeling.version;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.ThreadLocalRandom;

/** Draws which cases belong to a share: the same case draws the same in the same trial, on each node and at each try. */
final class Lot {

    private static final int ALL = 100;

    /** @param reference null if there is no case yet; then chance decides */
    static boolean isWithin(int percent, long trial, String reference) {
        return reference == null
                ? ThreadLocalRandom.current().nextInt(ALL) < percent
                : Math.floorMod(number(trial + ":" + reference), ALL) < percent;
    }

    private static long number(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Lot() {}
}
