package io.careloop.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BusinessDayTests {

    @Test
    void beginsAndEndsAtMidnightWhereTheServiceWorks() {
        Clock clock = Clock.fixed(Instant.parse("2026-03-02T17:30:00Z"), ZoneOffset.UTC);
        BusinessDay shanghai = new BusinessDay(clock, ZoneId.of("Asia/Shanghai"));

        assertThat(shanghai.start()).isEqualTo("2026-03-02T16:00:00Z");
        assertThat(shanghai.end()).isEqualTo("2026-03-03T16:00:00Z");
    }

    @Test
    void isAsLongAsTheClocksOfItsZoneMakeIt() {
        Clock clock = Clock.fixed(Instant.parse("2026-03-29T10:00:00Z"), ZoneOffset.UTC);
        BusinessDay berlin = new BusinessDay(clock, ZoneId.of("Europe/Berlin"));

        assertThat(berlin.start()).isEqualTo("2026-03-28T23:00:00Z");
        assertThat(berlin.end()).isEqualTo("2026-03-29T22:00:00Z");
    }
}
