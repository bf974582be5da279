package io.careloop.insight.web;

import java.text.NumberFormat;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Says figures in the reader's language; a dash for none. */
record FigureTexts(MessageSource messages, Locale locale) {

    private static final String NONE = "–";
    private static final double SECOND = 1000;
    private static final double MINUTE = 60 * SECOND;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;

    public String count(Number number) {
        return number == null ? NONE : NumberFormat.getIntegerInstance(locale).format(number);
    }

    public String share(Double share) {
        if (share == null) {
            return NONE;
        }
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    public String length(Double millis) {
        if (millis == null) {
            return NONE;
        }
        if (millis >= 2 * DAY) {
            return unit("days", millis / DAY);
        }
        if (millis >= HOUR) {
            return unit("hours", millis / HOUR);
        }
        return millis >= MINUTE ? unit("minutes", millis / MINUTE) : unit("seconds", millis / SECOND);
    }

    /** Of business time days have no length: hours at most. */
    public String seconds(Number seconds) {
        if (seconds == null) {
            return NONE;
        }
        double millis = seconds.doubleValue() * SECOND;
        return millis >= HOUR ? unit("hours", millis / HOUR) : length(millis);
    }

    /** A value of a KPI, or of what a figure counts, in its unit. */
    public String value(String unit, Double value) {
        return switch (unit) {
            case "millis" -> length(value);
            case "seconds" -> seconds(value);
            case "share" -> share(value);
            default -> decimal(value);
        };
    }

    /** Of a category, team or channel: its name, or the code if it has none here. */
    public String name(String kind, String code) {
        return messages.getMessage("desk." + ("team".equals(kind) ? "group" : kind) + "." + code, null, code, locale);
    }

    private String decimal(Double value) {
        if (value == null) {
            return NONE;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    private String unit(String unit, double amount) {
        return messages.getMessage("insightfigures.unit." + unit, new Object[] {decimal(amount)}, locale);
    }
}
