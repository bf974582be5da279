package io.careloop.deadline.web;

import io.careloop.deadline.BusinessCalendar;
import io.careloop.deadline.DeadlineClock.ClockType;
import io.careloop.deadline.Flaw;
import io.careloop.deadline.Interval;
import io.careloop.deadline.Limit;
import io.careloop.deadline.LimitPreview;
import io.careloop.deadline.LimitPreview.Preview;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/**
 * What somebody wants to know when it would end.
 *
 * @param calendar its name; null for the default one
 */
record PreviewQuestion(String calendar, Limit limit, Instant from, List<Interval> pauses) {

    private static final int MOST_PAUSES = 200;
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    /** @throws FlawsException naming each parameter that cannot be taken */
    static PreviewQuestion read(MultiValueMap<String, String> parameters) {
        List<Flaw> flaws = new ArrayList<>();
        String calendar = parameters.getFirst("calendar");
        Optional<ClockType> clock = clock(parameters.getFirst("clock"), flaws);
        Optional<Instant> from = instant("from", parameters.getFirst("from"), flaws);
        Optional<Limit> limit = limit(parameters.getFirst("limit"), clock.orElse(ClockType.BUSINESS), flaws);
        List<Interval> pauses = pauses(parameters.getOrDefault("pause", List.of()), flaws);
        if (!flaws.isEmpty()) {
            throw new FlawsException(flaws);
        }
        return new PreviewQuestion(
                calendar == null || calendar.isBlank() ? null : calendar.strip(),
                limit.orElseThrow(),
                from.orElseThrow(),
                pauses);
    }

    /** @throws FlawsException if there is no such calendar, or if it reaches too far ahead */
    Preview answer(LimitPreview previews) {
        BusinessCalendar counted = previews.calendar(calendar)
                .orElseThrow(() -> FlawsException.in("calendar", "calendar.flaw.calendar", calendar));
        if (pauses.stream().anyMatch(pause -> !previews.isWithinReach(pause, from))) {
            throw FlawsException.in("pause", "calendar.flaw.pause-far");
        }
        return previews.preview(limit, from, counted, pauses)
                .orElseThrow(() -> FlawsException.in("limit", "calendar.flaw.limit-far"));
    }

    private static Optional<ClockType> clock(String text, List<Flaw> flaws) {
        try {
            return Optional.of(ClockType.valueOf(written(text).toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            flaws.add(flaw("clock", "clock", text));
            return Optional.empty();
        }
    }

    private static Optional<Limit> limit(String text, ClockType clock, List<Flaw> flaws) {
        try {
            return Optional.of(Limit.of(written(text), clock));
        } catch (IllegalArgumentException e) {
            flaws.add(flaw("limit", "limit", text));
            return Optional.empty();
        }
    }

    private static List<Interval> pauses(List<String> texts, List<Flaw> flaws) {
        List<Interval> pauses = new ArrayList<>();
        if (texts.size() > MOST_PAUSES) {
            flaws.add(flaw("pause", "pauses-many", String.valueOf(MOST_PAUSES)));
            return pauses;
        }
        for (String text : texts) {
            String[] ends = text.split("/", -1);
            if (ends.length != 2) {
                flaws.add(flaw("pause", "pause", text));
                continue;
            }
            Optional<Instant> from = instant("pause", ends[0], flaws);
            Optional<Instant> to = instant("pause", ends[1], flaws);
            if (from.isPresent() && to.isPresent()) {
                if (to.get().isBefore(from.get())) {
                    flaws.add(flaw("pause", "pause-backward", text));
                }
                pauses.add(new Interval(from.get(), to.get()));
            }
        }
        return pauses;
    }

    private static Optional<Instant> instant(String field, String text, List<Flaw> flaws) {
        try {
            // a plus sign that was not encoded arrives as a blank
            Instant instant =
                    OffsetDateTime.parse(written(text).replace(' ', '+')).toInstant();
            if (!instant.isBefore(FIRST) && instant.isBefore(LAST)) {
                return Optional.of(instant);
            }
        } catch (DateTimeException e) {
            // falls through: named below like every time that cannot be taken
        }
        flaws.add(flaw(field, "time", text));
        return Optional.empty();
    }

    private static String written(String text) {
        return text == null ? "" : text.strip();
    }

    private static Flaw flaw(String field, String code, String text) {
        String shown = written(text);
        return new Flaw(
                field, "calendar.flaw." + code, List.of(shown.length() > 60 ? shown.substring(0, 60) + "…" : shown));
    }
}
