package io.careloop.cases;

import io.careloop.engine.WaitingWrites;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Links by which a customer follows a case without signing in. A token has 128 random bits; only its hash is kept, so
 * each message and each replayed registration gets a fresh one.
 */
@Service
public class TrackingTokens {

    private static final int BYTES = 16;

    private final JdbcClient jdbc;
    private final WaitingWrites waiting;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TrackingTokens(JdbcClient jdbc, WaitingWrites waiting, Clock clock) {
        this.jdbc = jdbc;
        this.waiting = waiting;
        this.clock = clock;
    }

    /** A new token for the case: 22 characters that need no escaping in an address. */
    public String issue(CaseReference reference) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        waiting.add(
                Set.of("cases_tracking_token"),
                "insert into cases_tracking_token (token_hash, reference, created_at) values (?, ?, ?)",
                hash(token),
                reference.value(),
                Timestamp.from(clock.instant()));
        return token;
    }

    /** The case that the token opens; empty for any other text. */
    public Optional<CaseReference> caseOf(String token) {
        return jdbc.sql("select reference from cases_tracking_token where token_hash = ?")
                .param(hash(token))
                .query(String.class)
                .optional()
                .map(CaseReference::of);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
