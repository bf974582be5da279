package io.careloop.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import io.careloop.cases.CaseReference;
import io.careloop.cases.TrackingTokens;
import io.careloop.engine.ProblemException;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class RateLimitTests {

    private static final String TOKEN = "a".repeat(22);

    private final AtomicLong nanos = new AtomicLong();
    private final TimeMeter time = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };
    private final TrackingTokens tokens = mock(TrackingTokens.class);
    private final Guests guests = new Guests(tokens, new PortalProperties(2, 2, 2));

    @Test
    void soManyAMinuteAndThenAfterAWhileAgain() {
        RateLimit limit = new RateLimit(2, time);
        assertThat(limit.take("a")).isZero();
        assertThat(limit.take("a")).isZero();
        assertThat(limit.take("a")).isEqualTo(Duration.ofSeconds(30));
        assertThat(limit.take("b")).isZero();

        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThat(limit.take("a")).isZero();
    }

    @Test
    void whoSendsTooManyRequestsIsToldWhenToTryAgain() {
        guests.mayRegister(from("192.0.2.1"));
        guests.mayRegister(from("192.0.2.1"));

        assertThatThrownBy(() -> guests.mayRegister(from("192.0.2.1")))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.getStatusCode().value()).isEqualTo(429);
                    assertThat(problem.getHeaders().getFirst("Retry-After")).matches("\\d{1,2}");
                });
        guests.mayRegister(from("192.0.2.2"));
    }

    @Test
    void afterTooManyWrongLinksARightOneIsNotOpenedEither() {
        given(tokens.caseOf(TOKEN)).willReturn(Optional.of(CaseReference.of("C-2026-000001")));
        assertThat(guests.open(TOKEN, from("192.0.2.3")).value()).isEqualTo("C-2026-000001");

        assertStatus(404, () -> guests.open("b".repeat(22), from("192.0.2.3")));
        assertStatus(404, () -> guests.open("c", from("192.0.2.3")));

        assertStatus(429, () -> guests.open("d".repeat(22), from("192.0.2.3")));
        assertStatus(429, () -> guests.open(TOKEN, from("192.0.2.3")));
        assertThat(guests.open(TOKEN, from("192.0.2.4"))).isNotNull();
    }

    @Test
    void oneCaseTakesSoManyChangesAMinuteWhereverTheyComeFrom() {
        given(tokens.caseOf(TOKEN)).willReturn(Optional.of(CaseReference.of("C-2026-000001")));
        guests.openToWrite(TOKEN, from("192.0.2.5"));
        guests.openToWrite(TOKEN, from("192.0.2.6"));

        assertStatus(429, () -> guests.openToWrite(TOKEN, from("192.0.2.7")));
        assertThat(guests.open(TOKEN, from("192.0.2.7"))).isNotNull();
    }

    @Test
    void addressesOfOneIpv6NetworkCountAsOne() {
        assertThat(Guests.addressOf(from("2001:db8:1:2::1"))).isEqualTo(Guests.addressOf(from("2001:db8:1:2:ffff::9")));
        assertThat(Guests.addressOf(from("2001:db8:1:3::1"))).isNotEqualTo(Guests.addressOf(from("2001:db8:1:2::1")));
        assertThat(Guests.addressOf(from("192.0.2.1"))).isEqualTo("192.0.2.1");
    }

    private static void assertStatus(int status, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(status));
    }

    private static HttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }
}
