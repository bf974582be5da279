package io.careloop.resolution;

import io.careloop.deadline.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How long we wait for a silent customer, and how long a customer waits to be read or taken care of. */
@Component
public class Patience {

    private final WorkingTime workingTime;
    private final ResolutionProperties properties;
    private final Clock clock;

    Patience(WorkingTime workingTime, ResolutionProperties properties, Clock clock) {
        this.workingTime = workingTime;
        this.properties = properties;
        this.clock = clock;
    }

    public Waiting fromNow() {
        Instant remindAt = workingTime.plus(clock.instant(), properties.remindAfter());
        return new Waiting(remindAt, workingTime.plus(remindAt, properties.personAfter()));
    }

    /** Until when the owner reads what came in now. */
    public Instant readBy() {
        return workingTime.plus(clock.instant(), properties.readWithin());
    }

    /** Until when somebody of the team that is asked now claims the request. */
    public Instant claimBy() {
        return workingTime.plus(clock.instant(), properties.claimWithin());
    }

    /** After another reminder that went out now. */
    public Instant personAfterReminder() {
        return workingTime.plus(clock.instant(), properties.personAfter());
    }

    /** @param personAt when somebody calls, if the reminder stays unanswered too */
    public record Waiting(Instant remindAt, Instant personAt) {}
}
