package io.careloop.cases;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number that the customer quotes, such as {@code C-2026-000042}, and the business key of every process instance of
 * the case.
 */
public record CaseReference(String value) {

    private static final Pattern FORM = Pattern.compile("C-\\d{4}-\\d{6,12}");
    private static final Pattern IN_TEXT = Pattern.compile("(?<![\\w-])" + FORM.pattern() + "(?![\\w-])");

    /** @throws IllegalArgumentException if the value has not the form of a reference */
    public CaseReference {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a case reference");
        }
    }

    public static CaseReference of(String value) {
        return new CaseReference(value);
    }

    /** The reference that the whole text is; empty for any other text. */
    public static Optional<CaseReference> parse(String text) {
        return text != null && FORM.matcher(text).matches() ? Optional.of(new CaseReference(text)) : Optional.empty();
    }

    /** The first reference quoted in a text such as the subject of a mail. */
    public static Optional<CaseReference> quotedIn(String text) {
        Matcher matcher = IN_TEXT.matcher(text == null ? "" : text);
        return matcher.find() ? Optional.of(new CaseReference(matcher.group())) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
