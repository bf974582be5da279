package io.careloop.modeling.web;

import io.careloop.modeling.replay.Outcome;
import io.careloop.modeling.replay.Replay;
import io.careloop.modeling.replay.Replay.Kind;
import io.careloop.modeling.replay.Replay.Row;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Says in the reader's language what a replay says; a dash for nothing. */
record ReplayTexts(MessageSource messages, Locale locale, ZoneId zone) {

    private static final String NONE = "–";

    public String count(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    /** The first and the last day. */
    public String period(Replay replay) {
        return say("replay.period", day(replay.since()), day(replay.until().minusNanos(1)));
    }

    public String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .localizedBy(locale)
                .format(at.atZone(zone));
    }

    /** What is counted: an output of the table, or a clock. */
    public String what(Replay replay, String what) {
        return replay.kind() == Kind.TABLE ? what : clock(what);
    }

    /** Something that is counted, before or after. */
    public String value(Replay replay, String value) {
        if (value.isEmpty()) {
            return NONE;
        }
        return replay.kind() == Kind.TABLE ? value : say("replay.clock." + value);
    }

    public String before(Replay replay, Row row) {
        return replay.kind() == Kind.TABLE ? orNone(row.before()) : time(Instant.parse(row.before()));
    }

    /** What would have been, or why that is not known. */
    public String after(Replay replay, Row row) {
        if (row.outcome() == Outcome.UNKNOWN || row.outcome() == Outcome.FAILED) {
            String[] why = row.after().split(" ", 2);
            return say("replay.why." + why[0], why.length == 2 ? why[1] : "");
        }
        return replay.kind() == Kind.TABLE ? orNone(row.after()) : time(Instant.parse(row.after()));
    }

    /** The rows of the table that fired; "" where there are none. */
    public String rows(String rows) {
        return rows == null || rows.isEmpty() ? "" : say("replay.rule", rows);
    }

    /** Such as {@code promise.3}: the kind has a name, the rest tells several of a kind apart. */
    public String clock(String clock) {
        String[] parts = clock.split("\\.", 2);
        String kind = messages.getMessage("replay.clock-kind." + parts[0], null, parts[0], locale);
        return parts.length == 2 ? kind + " " + parts[1] : kind;
    }

    private String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .localizedBy(locale)
                .format(LocalDate.ofInstant(at, zone));
    }

    private static String orNone(String text) {
        return text.isEmpty() ? NONE : text;
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
