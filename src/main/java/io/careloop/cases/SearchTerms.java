package io.careloop.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody typed into the search box, as patterns of SQL's {@code like}. */
public record SearchTerms(String typed) {

    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 6;
    private static final Pattern REFERENCE = Pattern.compile("(?i)C?-?(\\d{4})-(\\d{1,12})");
    private static final Pattern NUMBER = Pattern.compile("#?0*(\\d{1,12})");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{5,30}");
    private static final int SHORTEST_PHONE_ENDING = 5;

    public SearchTerms {
        String text = typed == null ? "" : typed.replaceAll("\\p{Cc}", " ").strip();
        typed = text.substring(0, text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length()))));
    }

    public boolean isEmpty() {
        return typed.isEmpty();
    }

    /** The whole reference, the year left out, or any written without its zeros. */
    Optional<String> referencePattern() {
        Matcher whole = REFERENCE.matcher(typed);
        if (whole.matches()) {
            return Optional.of("C-" + whole.group(1) + "-" + padded(whole.group(2)));
        }
        Matcher number = NUMBER.matcher(typed);
        return number.matches() ? Optional.of("C-____-" + padded(number.group(1))) : Optional.empty();
    }

    Optional<String> emailPattern() {
        return typed.contains("@") ? Optional.of(literally(typed.toLowerCase(Locale.ROOT)) + "%") : Optional.empty();
    }

    /** Digits that the number ends with, in whatever way it was written; the leading zeros of home are left out. */
    Optional<String> phoneEnding() {
        if (!PHONE.matcher(typed).matches()) {
            return Optional.empty();
        }
        String digits = typed.replaceAll("\\D", "").replaceFirst("^0+", "");
        return digits.length() < SHORTEST_PHONE_ENDING ? Optional.empty() : Optional.of(digits);
    }

    List<String> wordPatterns() {
        return Arrays.stream(typed.split("[\\s\\u3000]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> "%" + literally(word) + "%")
                .toList();
    }

    private static String padded(String number) {
        return "0".repeat(Math.max(0, 6 - number.length())) + number;
    }

    private static String literally(String text) {
        return text.replaceAll("[\\\\%_]", "\\\\$0");
    }
}
