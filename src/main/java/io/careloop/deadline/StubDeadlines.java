package io.careloop.deadline;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Stands in until the real one does. */
@Component
class StubDeadlines implements Deadlines, WorkingTime {

    private final CaseFiles cases;

    StubDeadlines(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public CaseDeadlines start(CaseReference reference) {
        Instant at = cases.get(reference).registeredAt();
        return new CaseDeadlines(
                clock(ClockKind.FIRST_RESPONSE, at, Duration.ofHours(2)),
                clock(ClockKind.RESOLUTION, at, Duration.ofHours(24)));
    }

    private DeadlineClock clock(ClockKind kind, Instant at, Duration limit) {
        return new DeadlineClock(
                kind, limit, DeadlineClock.ClockType.ELAPSED, at, at.plus(limit), at.plus(limit), null);
    }

    @Override
    public CaseDeadlines reassess(CaseReference reference) {
        return start(reference);
    }

    @Override
    public void stop(CaseReference reference, ClockKind kind) {}

    @Override
    public CaseDeadlines resume(CaseReference reference, ClockKind kind) {
        return start(reference);
    }

    @Override
    public Optional<CaseDeadlines> of(CaseReference reference) {
        return Optional.of(start(reference));
    }

    @Override
    public Instant plus(Instant from, Duration time) {
        return from.plus(time);
    }

    @Override
    public Instant plusDays(Instant from, int days) {
        return from.plus(Duration.ofDays(days));
    }

    @Override
    public Instant nextOpening(Instant from) {
        return from;
    }

    @Override
    public Instant nextBetween(Instant from, LocalTime opens, LocalTime closes) {
        return from;
    }
}
