package io.careloop.deadline.web;

import io.careloop.deadline.ClockId;
import io.careloop.deadline.ClockKind;
import io.careloop.deadline.ClockProof;
import io.careloop.deadline.DeadlineClock;
import io.careloop.deadline.DeadlineClock.State;
import io.careloop.deadline.Interval;
import io.careloop.deadline.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;

/** Says in a language what a clock shows. */
record ClockTexts(MessageSource messages, Locale locale) {

    /**
     * @param reasons for which the reader may pause such a clock
     * @param mayAct  whether the reader works on the case
     */
    ShownClock show(ClockProof proof, boolean isProven, List<String> reasons, boolean mayAct, Instant now) {
        DeadlineClock clock = proof.clock();
        State standing = clock.state(now);
        String state = standing.name().toLowerCase(Locale.ROOT);
        return new ShownClock(
                clock.id().toString(),
                name(clock.id()),
                state,
                say("deadline.state." + state),
                detail(proof, now),
                clock.dueAt(),
                time(clock.dueAt(), proof.zone()),
                proof.zone().getId(),
                say("deadline.rule." + clock.clockType(), length(clock.limit()), proof.calendar()),
                time(clock.startedAt(), proof.zone()),
                proof.counted().stream()
                        .map(interval -> stretch(interval, proof.zone()))
                        .toList(),
                length(proof.countedTime()),
                length(proof.worked()),
                clock.pauses().stream()
                        .map(pause -> stretch(pause.interval(), proof.zone()) + ": " + reason(pause.reason()))
                        .toList(),
                isProven,
                isProven ? say("deadline.proven", proof.calendar(), proof.revision()) : say("deadline.unproven"),
                standing == State.RUNNING ? reasons : List.of(),
                mayAct && clock.isRunning() && clock.pauseAt(now).isPresent(),
                mayAct && clock.isRunning() && proof.toldPercent() > 0 && !proof.acknowledged());
    }

    private String detail(ClockProof proof, Instant now) {
        DeadlineClock clock = proof.clock();
        Optional<Pause> pause = clock.isRunning() ? clock.pauseAt(now) : Optional.empty();
        if (pause.isPresent()) {
            return say(
                    "deadline.paused-until",
                    reason(pause.get().reason()),
                    time(pause.get().to(), proof.zone()));
        }
        if (clock.state(now) == State.RUNNING) {
            return say("deadline.left." + clock.clockType(), length(proof.left()));
        }
        return clock.isRunning() ? "" : say("deadline.done", time(clock.stoppedAt(), proof.zone()));
    }

    private String name(ClockId id) {
        String subject = id.kind() == ClockKind.STAGE
                ? say("desk.stage." + id.subject().toUpperCase(Locale.ROOT))
                : id.subject();
        return say("deadline.clock." + id.kind(), subject);
    }

    private String reason(String code) {
        return messages.getMessage("deadline.pause." + code, null, code, locale);
    }

    private String stretch(Interval interval, ZoneId zone) {
        return say(
                "deadline.stretch",
                time(interval.from(), zone),
                time(interval.to(), zone),
                length(rounded(interval.length())));
    }

    private static Duration rounded(Duration duration) {
        return Duration.ofMinutes(duration.plusSeconds(30).toMinutes());
    }

    private String length(TemporalAmount amount) {
        return new Lengths(messages, locale).of(amount);
    }

    private String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(instant);
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
