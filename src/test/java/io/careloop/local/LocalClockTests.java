package io.careloop.local;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.careloop.engine.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalClockTests {

    private final MovableClock clock = new MovableClock();

    @TempDir
    Path folder;

    @AfterEach
    void putRight() {
        clock.reset();
    }

    @Test
    void aMovedClockStaysMovedOverARestartWithTheSameData() {
        LocalClock before = new LocalClock(folder, clock);
        before.note(Duration.ofDays(1));
        before.note(Duration.ofHours(2));

        clock.reset();
        LocalClock after = new LocalClock(folder, clock);

        assertThat(after.ahead()).isEqualTo(Duration.ofHours(26));
        assertThat(clock.instant()).isCloseTo(Instant.now().plus(Duration.ofHours(26)), within(1, MINUTES));
    }

    @Test
    void theClockIsTheMachinesUntilItIsMoved() {
        new LocalClock(folder.resolve("new"), clock);

        assertThat(clock.instant()).isCloseTo(Instant.now(), within(1, MINUTES));
    }
}
