package io.careloop.deadline;

import io.careloop.deadline.DeadlineClock.ClockType;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A share of a limit after which the staff are told.
 *
 * @param percent   of what the limit counts, more than 100 after the due date
 * @param tell      who: {@code owner}, {@code team}, or the id of a group
 * @param repeat    after which time they are told again until somebody has acknowledged it; null for never
 * @param escalates whether the case is escalated too
 */
public record Threshold(int percent, List<String> tell, Limit repeat, boolean escalates) {

    public static final String OWNER = "owner";
    public static final String TEAM = "team";

    private static final Pattern FORM =
            Pattern.compile("(\\d+) ([^ ]*)(?: every (BUSINESS|ELAPSED) ([^ ]+))?( escalates)?");

    /** @throws IllegalArgumentException if the share is not from 1 to 1000 */
    public Threshold {
        if (percent < 1 || percent > 1000) {
            throw new IllegalArgumentException("A threshold is from 1 to 1000 percent, not " + percent);
        }
        tell = List.copyOf(tell);
    }

    static Threshold once(int percent) {
        return new Threshold(percent, List.of(OWNER, TEAM), null, false);
    }

    /** One line for all, as it is kept. */
    static String write(List<Threshold> thresholds) {
        return thresholds.stream().map(Threshold::toString).collect(Collectors.joining("; "));
    }

    static List<Threshold> read(String text) {
        return Arrays.stream(text.split("; "))
                .filter(part -> !part.isEmpty())
                .map(Threshold::parse)
                .toList();
    }

    private static Threshold parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("No threshold: " + text);
        }
        return new Threshold(
                Integer.parseInt(matcher.group(1)),
                Arrays.stream(matcher.group(2).split(","))
                        .filter(name -> !name.isEmpty())
                        .toList(),
                matcher.group(4) == null ? null : Limit.of(matcher.group(4), ClockType.valueOf(matcher.group(3))),
                matcher.group(5) != null);
    }

    /** Such as {@code 80 owner,team every BUSINESS PT4H escalates}. */
    @Override
    public String toString() {
        String again = repeat == null ? "" : " every %s %s".formatted(repeat.type(), repeat);
        return percent + " " + String.join(",", tell) + again + (escalates ? " escalates" : "");
    }
}
