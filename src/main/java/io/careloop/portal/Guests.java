package io.careloop.portal;

import io.careloop.cases.CaseReference;
import io.careloop.cases.TrackingTokens;
import io.careloop.engine.ProblemException;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Lets people in who have not signed in, as often as is decent. Ends the request with a problem otherwise. */
@Component
class Guests {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int NETWORK_BYTES = 8;

    private final TrackingTokens tokens;
    private final RateLimit registrations;
    private final RateLimit wrongTokens;
    private final RateLimit changes;

    Guests(TrackingTokens tokens, PortalProperties properties) {
        this.tokens = tokens;
        // the machine's own time: whoever moves the application's clock does not mean these
        this.registrations = new RateLimit(properties.registrationsPerMinute(), TimeMeter.SYSTEM_MILLISECONDS);
        this.wrongTokens = new RateLimit(properties.wrongTokensPerMinute(), TimeMeter.SYSTEM_MILLISECONDS);
        this.changes = new RateLimit(properties.changesPerMinute(), TimeMeter.SYSTEM_MILLISECONDS);
    }

    /** Somebody wants to register a request. */
    void mayRegister(HttpServletRequest request) {
        allow(registrations.take(addressOf(request)));
    }

    /** The case that a tracking link opens. Who tried too many wrong ones learns nothing about the next either. */
    CaseReference open(String token, HttpServletRequest request) {
        String address = addressOf(request);
        allow(wrongTokens.look(address));
        if (TOKEN.matcher(token).matches()) {
            var reference = tokens.caseOf(token);
            if (reference.isPresent()) {
                return reference.get();
            }
        }
        wrongTokens.take(address);
        throw new ProblemException(HttpStatus.NOT_FOUND, "portal.link.unknown");
    }

    /** The same for somebody who wants to change something about the case. */
    CaseReference openToWrite(String token, HttpServletRequest request) {
        CaseReference reference = open(token, request);
        allow(changes.take(reference.value()));
        return reference;
    }

    private static void allow(Duration wait) {
        if (!wait.isZero()) {
            throw ProblemException.tooMany("problem.429.detail", wait);
        }
    }

    /** Whoever has an IPv6 address has a whole network of them. */
    static String addressOf(HttpServletRequest request) {
        try {
            InetAddress address = InetAddress.getByName(request.getRemoteAddr());
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                    : address.getHostAddress();
        } catch (UnknownHostException e) {
            return request.getRemoteAddr();
        }
    }
}
