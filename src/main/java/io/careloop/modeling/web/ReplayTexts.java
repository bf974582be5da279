package io.careloop.modeling.web;

import io.careloop.modeling.replay.Outcome;
import io.careloop.modeling.replay.Replay;
import io.careloop.modeling.replay.Replay.Count;
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

    /** What is counted: an output of the table, a clock, what happens at a node of the diagram. */
    public String what(Replay replay, Count count) {
        return switch (replay.kind()) {
            case TABLE -> count.what();
            case DIAGRAM -> {
                String[] parts = count.what().split(" ", 2);
                yield say("replay.diagram." + parts[0], parts.length == 2 ? parts[1] : "");
            }
            default -> clock(count.what());
        };
    }

    public String before(Replay replay, Count count) {
        return value(replay, count, count.before());
    }

    public String after(Replay replay, Count count) {
        if (replay.kind() == Kind.DIAGRAM && count.what().startsWith("stuck")) {
            return why(count.after());
        }
        return value(replay, count, count.after());
    }

    private String value(Replay replay, Count count, String value) {
        if (value.isEmpty() || replay.kind() == Kind.TABLE) {
            return orNone(value);
        }
        if (replay.kind() != Kind.DIAGRAM) {
            return say("replay.clock." + value);
        }
        boolean isNode = count.what().startsWith("path") || count.what().startsWith("stuck");
        return isNode ? value : say("replay.diagram-value." + value);
    }

    public String before(Replay replay, Row row) {
        return switch (replay.kind()) {
            case TABLE -> orNone(row.before());
            case DIAGRAM ->
                row.outcome() == Outcome.LOST ? say("replay.diagram-value." + row.before()) : orNone(row.before());
            default -> time(Instant.parse(row.before()));
        };
    }

    /** Where in the diagram, or which messages. */
    public String where(Row row) {
        return orNone(row.what());
    }

    /** What would have been, or why that is not known. */
    public String after(Replay replay, Row row) {
        if (row.outcome() == Outcome.UNKNOWN || row.outcome() == Outcome.FAILED) {
            return why(row.after());
        }
        return switch (replay.kind()) {
            case TABLE -> orNone(row.after());
            case DIAGRAM ->
                row.outcome() == Outcome.LOST ? say("replay.diagram-value." + row.after()) : orNone(row.after());
            default -> time(Instant.parse(row.after()));
        };
    }

    /** The rows of the table that fired, the version of the diagram; "" where there are none. */
    public String rows(Replay replay, String rows) {
        return rows == null || rows.isEmpty()
                ? ""
                : say(replay.kind() == Kind.DIAGRAM ? "replay.version" : "replay.rule", rows);
    }

    /** A code, and what is to be said with it after a blank. */
    private String why(String why) {
        String[] parts = why.split(" ", 2);
        return say("replay.why." + parts[0], parts.length == 2 ? parts[1] : "");
    }

    public String percent(double percent) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(percent / 100);
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
