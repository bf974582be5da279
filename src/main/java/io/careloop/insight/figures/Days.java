package io.careloop.insight.figures;

import io.careloop.cases.CasesProperties;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Days of the service: where they begin, and which is today. */
@Component
public class Days {

    private final ZoneId zone;
    private final Clock clock;

    Days(CasesProperties cases, Clock clock) {
        this.zone = cases.zone();
        this.clock = clock;
    }

    public ZoneId zone() {
        return zone;
    }

    public LocalDate today() {
        return of(clock.instant());
    }

    public LocalDate of(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    public Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
