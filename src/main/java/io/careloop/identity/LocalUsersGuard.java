package io.careloop.identity;

import io.careloop.engine.StartRefusedException;
import java.net.InetAddress;
import java.util.List;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Users whose password is their name stay on a machine that only its owner reaches. */
@Component
class LocalUsersGuard {

    private final LocalUsers users;
    private final IdentityProperties properties;
    private final ServerProperties server;
    private final Environment environment;

    LocalUsersGuard(LocalUsers users, IdentityProperties properties, ServerProperties server, Environment environment) {
        this.users = users;
        this.properties = properties;
        this.server = server;
        this.environment = environment;
    }

    /** @throws StartRefusedException in production and where other machines reach us, if there are local users */
    void check() {
        boolean production = environment.acceptsProfiles(Profiles.of("production"));
        if (!production && isLoopback(server.getAddress())) {
            return;
        }
        String where = production ? "in production" : "where other machines reach Careloop (server.address)";
        if (properties.localUsers()) {
            throw new StartRefusedException(
                    "careloop.identity.local-users is on: users whose password is their name have no place %s."
                            .formatted(where),
                    "Set careloop.identity.local-users to false (environment: CARELOOP_IDENTITY_LOCAL_USERS)%s"
                            .formatted(production ? "." : ", or SERVER_ADDRESS to 127.0.0.1."));
        }
        List<String> present = users.present();
        if (!present.isEmpty()) {
            throw new StartRefusedException(
                    "The database holds users whose password is their name, which have no place %s: %s."
                            .formatted(where, String.join(", ", present)),
                    "Delete them or give them other passwords on a local start, or use a database of its own.");
        }
    }

    /** No address at all means every address of the machine. */
    private static boolean isLoopback(InetAddress address) {
        return address != null && address.isLoopbackAddress();
    }
}
