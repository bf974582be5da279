package io.careloop.identity;

import io.careloop.engine.AskedByFilters;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Today where the service works, wherever the machine stands; named by the expressions of {@link TaskFilters}. */
@Component
public class BusinessDay implements AskedByFilters {

    private final Clock clock;
    private final ZoneId zone;

    BusinessDay(Clock clock, @Value("${careloop.cases.zone:Asia/Shanghai}") ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    public Date start() {
        return midnightBefore(today());
    }

    /** The start of the next one. */
    public Date end() {
        return midnightBefore(today().plusDays(1));
    }

    LocalDate at(Instant time) {
        return LocalDate.ofInstant(time, zone);
    }

    private LocalDate today() {
        return at(clock.instant());
    }

    private Date midnightBefore(LocalDate day) {
        return Date.from(day.atStartOfDay(zone).toInstant());
    }
}
