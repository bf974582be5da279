package io.careloop.local;

import io.careloop.engine.MovableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * How far the clock of the local start has been moved ahead, kept beside the data: after a restart the data would
 * otherwise lie in the future.
 */
class LocalClock {

    private final Path file;

    LocalClock(Path dataFolder, MovableClock clock) {
        this.file = dataFolder.resolve("clock");
        if (!ahead().isZero()) {
            clock.moveTo(Instant.now().plus(ahead()));
        }
    }

    /** How far the clock is ahead of the system's. */
    final Duration ahead() {
        try {
            return Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes that the clock goes further ahead; called before it is moved, so that a crash between leaves it ahead. */
    void note(Duration step) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, ahead().plus(step) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
