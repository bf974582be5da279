package io.careloop.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Tells when a limit would end, without any case. */
@Service
public class LimitPreview {

    /** How far ahead a limit or a pause may reach; what lies further is no deadline and takes long to count. */
    private static final Duration REACH = Duration.ofDays(3660);

    private final Calendars calendars;

    LimitPreview(Calendars calendars) {
        this.calendars = calendars;
    }

    /** @param counted what counts from the start to the due date, in order */
    public record Preview(Instant due, List<Interval> counted, BusinessCalendar calendar) {

        public Duration countedTime() {
            return Interval.sum(counted);
        }
    }

    /**
     * The calendar as it is on file now, also where another node has just changed it.
     *
     * @param name of a calendar; null for the default one
     */
    public Optional<BusinessCalendar> calendar(String name) {
        calendars.refresh();
        return name == null
                ? Optional.of(calendars.current())
                : Optional.of(name).filter(calendars.revisions()::containsKey).map(calendars::current);
    }

    /** Empty if it would end more than ten years after it began, pauses aside. */
    public Optional<Preview> preview(Limit limit, Instant from, BusinessCalendar calendar, List<Interval> pauses) {
        if (!endsWithinReach(limit, from, calendar)) {
            return Optional.empty();
        }
        Instant due = limit.dueAfter(from, calendar, pauses);
        return Optional.of(new Preview(due, limit.counted(from, due, calendar, pauses), calendar));
    }

    /** Whether a pause is such that a preview may leave it out. */
    public boolean isWithinReach(Interval pause, Instant from) {
        return !pause.from().isBefore(from.minus(REACH)) && !pause.to().isAfter(from.plus(REACH));
    }

    private static boolean endsWithinReach(Limit limit, Instant from, BusinessCalendar calendar) {
        if (limit.amount() instanceof Period days) {
            return days.getDays() <= REACH.toDays()
                    && calendar.plusDays(from, days.getDays()).isBefore(from.plus(REACH));
        }
        Duration most = limit.countedTime(from, from.plus(REACH), calendar, List.of());
        return ((Duration) limit.amount()).compareTo(most) <= 0;
    }
}
