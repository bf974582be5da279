package io.careloop.deadline;

import io.careloop.cases.CaseFile;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a customer counts on next, of all that they were told a date for. */
@Component
public class CustomerExpectations {

    private static final Set<ClockKind> TOLD = Set.of(ClockKind.RESOLUTION, ClockKind.PROMISE);

    private final ClockStore store;
    private final WorkingTime workingTime;
    private final Clock time;

    CustomerExpectations(ClockStore store, WorkingTime workingTime, Clock time) {
        this.store = store;
        this.workingTime = workingTime;
        this.time = time;
    }

    /** The date, written for a reader; empty if all of them have passed. */
    public Optional<String> nextOf(CaseFile file, Locale locale) {
        Instant now = time.instant();
        return store.of(file.reference()).stream()
                .filter(clock -> clock.isRunning() && TOLD.contains(clock.id().kind()))
                .map(ClockRecord::dueAt)
                .filter(due -> due.isAfter(now))
                .min(Comparator.naturalOrder())
                .map(due -> written(due, locale));
    }

    String written(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(workingTime.zone())
                .format(instant);
    }
}
