package io.careloop.demo;

import io.careloop.deadline.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** How long people take. Staff work in opening hours, some also at weekends; customers answer while they are awake. */
@Component
@Profile("demo")
class Habits {

    /** Share of people's time that an average colleague needs; others are quicker or slower. */
    private static final Map<String, Double> PACE =
            Map.of("amy", 0.7, "ben", 1.6, "tariq", 0.8, "lina", 0.7, "bea", 1.4, "carmen", 0.8, "billing", 1.3);

    /** Share of tasks that lie about for hours or days. */
    private static final double FORGOTTEN = 0.008;

    /** Share of cases that somebody looks after when it is closed for longer than a night. */
    static final double ON_DUTY = 0.93;

    private static final Duration A_NIGHT = Duration.ofHours(16);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime NIGHT = LocalTime.of(22, 30);

    /** Opening minutes of waiting and work by kind of task; others take {@link #USUAL}. */
    private static final Map<String, Integer> MINUTES = Map.of(
            "Activity_TriageRequest", 8,
            "Activity_AnalyseRequest", 12,
            "Activity_ProposeSolution", 15,
            "Activity_PlanImplementation", 12,
            "Activity_ImplementSolution", 50,
            "Activity_ReadMessage", 20,
            "Activity_AnswerQuestion", 80,
            "Activity_Apologise", 35);

    private static final int USUAL = 30;

    private final WorkingTime workingTime;

    Habits(WorkingTime workingTime) {
        this.workingTime = workingTime;
    }

    /** When a user is done with a task that comes to them at {@code from}. */
    Instant done(String user, String activity, boolean onDuty, Instant from, Draw draw) {
        double minutes = MINUTES.getOrDefault(activity, USUAL) * PACE.getOrDefault(user, 1.0) * draw.between(0.3, 1.8);
        boolean forgotten = draw.chance(FORGOTTEN);
        Duration effort = Duration.ofSeconds((long) ((forgotten ? minutes + draw.between(180, 900) : minutes) * 60));
        Instant done = workingTime.plus(from, effort);
        boolean longClosed = Duration.between(from, done).minus(effort).compareTo(A_NIGHT) > 0;
        return longClosed && onDuty && !forgotten ? awake(from.plus(effort), draw) : done;
    }

    /** When a customer comes to do something that they would do some hours after {@code from}. */
    Instant awake(Instant from, double hours, Draw draw) {
        return awake(from.plusSeconds((long) (hours * 3600)), draw);
    }

    private Instant awake(Instant at, Draw draw) {
        ZonedDateTime local = at.atZone(workingTime.zone());
        if (local.toLocalTime().isAfter(MORNING) && local.toLocalTime().isBefore(NIGHT)) {
            return at;
        }
        ZonedDateTime morning = local.with(MORNING);
        ZonedDateTime next = local.toLocalTime().isBefore(MORNING) ? morning : morning.plusDays(1);
        return next.plusMinutes(draw.number(5, 150)).toInstant();
    }
}
