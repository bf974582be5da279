package io.careloop.cases.web;

import io.careloop.cases.TimeLeft;
import io.careloop.cases.TimeLeft.Standing;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/** Says in words how much time is left: {@code 1 h 20 min left (opening hours)}. */
record TimeLeftTexts(MessageSource messages, Locale locale) {

    private static final Duration LONG = Duration.ofHours(48);

    /** "" for none. */
    public String of(TimeLeft left) {
        if (left == null) {
            return "";
        }
        String length = length(left.time(), !left.business());
        return left.standing() == Standing.RUNNING && left.business()
                ? word("desk.left.opening-hours", length)
                : word("desk.left." + left.standing(), length);
    }

    /** Days are named of elapsed time only: nobody knows how many opening hours a day has. */
    private String length(Duration time, boolean inDays) {
        long days = inDays && time.compareTo(LONG) >= 0 ? time.toDays() : 0;
        long hours = time.toHours() - days * 24;
        long minutes = days > 0 ? 0 : time.toMinutesPart();
        String length = Stream.of(part("days", days), part("hours", hours), part("minutes", minutes))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return length.isEmpty() ? word("desk.left.minutes", 0L) : length;
    }

    private String part(String unit, long count) {
        return count == 0 ? "" : word("desk.left." + unit, count);
    }

    private String word(String code, Object argument) {
        return messages.getMessage(code, new Object[] {argument}, locale);
    }
}
