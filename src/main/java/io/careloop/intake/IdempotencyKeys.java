package io.careloop.intake;

import io.careloop.cases.CaseReference;
import io.careloop.intake.Registrations.File;
import io.careloop.intake.Registrations.Request;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers which request a key was used for. Keys and requests are kept as hashes only. Used within the transaction of
 * the registration: a second one with the same key waits for the first to commit.
 */
@Component
class IdempotencyKeys {

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes the key for this request. Empty if it was free, else what it was used for before. */
    Optional<Use> take(String key, Request request) {
        byte[] keyHash = hash(List.of(key), List.of());
        byte[] requestHash = hash(request);
        int taken = jdbc.sql("""
                        insert into intake_idempotency (key_hash, request_hash, used_at) values (?, ?, ?)
                        on conflict do nothing""")
                .params(keyHash, requestHash, Timestamp.from(clock.instant()))
                .update();
        return taken == 1 ? Optional.empty() : Optional.of(use(keyHash, requestHash));
    }

    private Use use(byte[] keyHash, byte[] requestHash) {
        return jdbc.sql("select request_hash, reference from intake_idempotency where key_hash = ?")
                .param(keyHash)
                .query((row, number) -> new Use(
                        CaseReference.of(row.getString("reference")),
                        MessageDigest.isEqual(row.getBytes("request_hash"), requestHash)))
                .single();
    }

    /** What became of the request for which the key was taken. */
    void registered(String key, CaseReference reference) {
        jdbc.sql("update intake_idempotency set reference = ? where key_hash = ?")
                .params(reference.value(), hash(List.of(key), List.of()))
                .update();
    }

    int forgetBefore(Instant instant) {
        return jdbc.sql("delete from intake_idempotency where used_at < ?")
                .param(Timestamp.from(instant))
                .update();
    }

    private static byte[] hash(Request request) {
        return hash(
                Arrays.asList(
                        request.channel().name(),
                        request.contact(),
                        request.name(),
                        request.subject(),
                        request.description(),
                        Objects.toString(request.urgency(), null),
                        request.remedySought(),
                        request.triedSteps(),
                        request.product(),
                        Objects.toString(request.locale(), null),
                        request.owner()),
                request.files() == null ? List.of() : request.files());
    }

    /** Each part goes in with its length, so that two different requests never read the same. */
    private static byte[] hash(List<String> texts, List<File> files) {
        MessageDigest digest = sha256();
        texts.forEach(text -> add(digest, text == null ? null : text.getBytes(StandardCharsets.UTF_8)));
        for (File file : files) {
            add(digest, Objects.toString(file.name(), "").getBytes(StandardCharsets.UTF_8));
            add(digest, file.content());
        }
        return digest.digest();
    }

    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(part == null ? -1 : part.length)
                .array());
        if (part != null) {
            digest.update(part);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param same whether the request was the same, word for word */
    record Use(CaseReference reference, boolean same) {}
}
