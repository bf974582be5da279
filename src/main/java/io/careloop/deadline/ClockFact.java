package io.careloop.deadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something that happened to a clock. Never changed once written: its hash covers it and, through the hash before it,
 * all that happened to the clocks of the case before.
 *
 * @param number of the fact in its case, from 1
 * @param clock  which one, as {@link ClockId} writes it
 * @param what   code of a {@link What}
 * @param at     when it was recorded
 * @param actor  user id, or one of {@link io.careloop.cases.Actors}
 * @param data   what the due date follows from, as JSON with its names in order
 * @param hash   SHA-256 over the hash before and {@link #canonical()}, in hexadecimal
 */
public record ClockFact(
        int number,
        String clock,
        String what,
        Instant at,
        String actor,
        String data,
        String previousHash,
        String hash) {

    /** Before the first fact of a case. */
    public static final String NO_HASH = "";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What happened. */
    public enum What {
        STARTED,
        /** It ran before facts were kept; this is all that was known of it then. */
        TAKEN_OVER,
        /** Category, priority or policy gave it another limit. */
        REASSESSED,
        /** Its calendar was changed. */
        RECOUNTED,
        /** Its calendar was changed, which would make it due later: it stays. */
        KEPT,
        /** Somebody decided on another limit. */
        DECIDED,
        PAUSED,
        RESUMED,
        STOPPED,
        REOPENED,
        TOLD,
        ACKNOWLEDGED;

        /** As tables and exports write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<What> of(String code) {
            return Arrays.stream(values())
                    .filter(what -> what.code().equals(code))
                    .findFirst();
        }
    }

    static ClockFact after(
            int number,
            String previousHash,
            ClockId clock,
            What what,
            Instant at,
            String actor,
            Map<String, String> data) {
        ClockFact open = new ClockFact(
                number, clock.toString(), what.code(), Moments.kept(at), actor, json(data), previousHash, NO_HASH);
        return new ClockFact(
                number, open.clock, open.what, open.at, actor, open.data, previousHash, open.expectedHash());
    }

    /** What the hash covers beside the hash before, line by line. */
    public String canonical() {
        return String.join("\n", String.valueOf(number), clock, what, Moments.text(at), actor, data);
    }

    boolean isIntact() {
        return hash.equals(expectedHash());
    }

    Map<String, String> values() {
        try {
            return JSON.readValue(data, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            return Map.of();
        }
    }

    private String expectedHash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] covered = (previousHash + "\n" + canonical()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(covered));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(Map<String, String> data) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(data));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
