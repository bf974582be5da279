package io.careloop.local;

import java.nio.file.Path;

/** Starts the embedded database and waits to be killed. */
final class KilledApplication {

    static final String READY = "ready to be killed";

    public static void main(String[] args) throws InterruptedException {
        EmbeddedDatabase.start(Path.of(args[0]), Integer.parseInt(args[1]));
        System.out.println(READY);
        Thread.sleep(60_000);
    }

    private KilledApplication() {}
}
