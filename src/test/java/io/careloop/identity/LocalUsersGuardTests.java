package io.careloop.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.careloop.engine.StartRefusedException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.mock.env.MockEnvironment;

/** Where users whose password is their name may be. */
class LocalUsersGuardTests {

    private final LocalUsers users = mock(LocalUsers.class);
    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void theLocalStartHasThem() {
        when(users.present()).thenReturn(List.of("admin"));

        assertThatCode(guard(true, "127.0.0.1")::check).doesNotThrowAnyException();
        assertThatCode(guard(true, "::1")::check).doesNotThrowAnyException();
    }

    @Test
    void whereOtherMachinesReachUsTheSettingIsRefusedWithoutTheProductionProfileToo() {
        for (String address : new String[] {"0.0.0.0", "192.0.2.1", null}) {
            assertThatThrownBy(guard(true, address)::check)
                    .isInstanceOfSatisfying(
                            StartRefusedException.class,
                            refusal -> assertThat(refusal.action()).contains("CARELOOP_IDENTITY_LOCAL_USERS"))
                    .hasMessageContaining("server.address");
        }
    }

    @Test
    void whereOtherMachinesReachUsUsersOfAnEarlierStartAreRefused() {
        LocalUsersGuard guard = guard(false, "0.0.0.0");
        assertThatCode(guard::check).doesNotThrowAnyException();

        when(users.present()).thenReturn(List.of("admin", "agent"));

        assertThatThrownBy(guard::check)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("admin, agent");
    }

    @Test
    void productionRefusesThemAtAnyAddress() {
        environment.setActiveProfiles("production");
        assertThatCode(guard(false, "127.0.0.1")::check).doesNotThrowAnyException();
        assertThatThrownBy(guard(true, "127.0.0.1")::check).isInstanceOf(StartRefusedException.class);

        when(users.present()).thenReturn(List.of("admin"));

        assertThatThrownBy(guard(false, "127.0.0.1")::check).isInstanceOf(StartRefusedException.class);
    }

    private LocalUsersGuard guard(boolean localUsers, String address) {
        ServerProperties server = new ServerProperties();
        server.setAddress(address(address));
        return new LocalUsersGuard(users, new IdentityProperties(localUsers, null), server, environment);
    }

    private static InetAddress address(String address) {
        try {
            return address == null ? null : InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
