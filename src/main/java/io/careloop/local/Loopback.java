package io.careloop.local;

import io.careloop.engine.StartRefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Locale;

/** Ports of the loopback address. */
final class Loopback {

    private Loopback() {}

    /**
     * @param server  what is to listen on the port, in words
     * @param setting of the port, without {@code careloop.local.}
     * @throws StartRefusedException if another program listens on it
     */
    static void requireFree(int port, String server, String setting) {
        try {
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
        } catch (IOException e) {
            throw new StartRefusedException(
                    "Port %d, on which %s is to listen, is in use by another program.".formatted(port, server),
                    "End that program, or choose another port with careloop.local.%s (environment: CARELOOP_LOCAL_%s)."
                            .formatted(setting, setting.replace('-', '_').toUpperCase(Locale.ROOT)),
                    e);
        }
    }
}
