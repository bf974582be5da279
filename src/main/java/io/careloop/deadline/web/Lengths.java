package io.careloop.deadline.web;

import io.careloop.deadline.DeadlineClock.ClockType;
import io.careloop.deadline.Limit;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Says in a language how long something is. */
record Lengths(MessageSource messages, Locale locale) {

    private static final int HOURS_SAID = 72;

    /** With how it is counted. */
    String of(Limit limit) {
        String amount = of(limit.amount());
        if (limit.amount() instanceof Period) {
            return amount;
        }
        return say(limit.type() == ClockType.BUSINESS ? "policy.in-hours" : "policy.elapsed", amount);
    }

    /** To the minute that is full; whole days from three on. */
    String of(TemporalAmount amount) {
        if (amount instanceof Period days) {
            return say("deadline.business-days", days.getDays());
        }
        Duration duration = (Duration) amount;
        if (duration.toHours() >= HOURS_SAID && duration.equals(Duration.ofDays(duration.toDays()))) {
            return say("deadline.days", duration.toDays());
        }
        if (duration.toHours() == 0) {
            return say("deadline.minutes", duration.toMinutes());
        }
        return duration.toMinutesPart() == 0
                ? say("deadline.hours", duration.toHours())
                : say("deadline.hours-minutes", duration.toHours(), duration.toMinutesPart());
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
