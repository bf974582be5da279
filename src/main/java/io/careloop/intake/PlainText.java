package io.careloop.intake;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Texts as strangers send them, made safe to keep; what a person can read is never changed. */
public final class PlainText {

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u0085\\u2028\\u2029]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /**
     * A text of several lines without control characters and without halves of characters; markup stays as text.
     *
     * @return null for null and for a text without any word
     */
    public static String paragraphs(String text) {
        if (text == null) {
            return null;
        }
        String clean = CONTROL.matcher(LINE_END.matcher(wellFormed(text)).replaceAll("\n"))
                .replaceAll("");
        clean = clean.strip();
        return clean.isEmpty() ? null : clean;
    }

    /** The same on one line. */
    public static String line(String text) {
        String clean = paragraphs(text);
        return clean == null ? null : BLANKS.matcher(clean).replaceAll(" ").strip();
    }

    /** The same, with full-width digits and signs as an input method types them made plain. */
    static String address(String text) {
        return text == null
                ? null
                : Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    /** At most so many UTF-16 units, never half a character. */
    public static String cut(String text, int length) {
        if (text == null || text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    /** A lone half of a surrogate pair cannot be stored; it becomes the replacement character. */
    private static String wellFormed(String text) {
        StringBuilder well = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                well = well == null ? new StringBuilder(text) : well;
                well.setCharAt(i, '\uFFFD');
            }
        }
        return well == null ? text : well.toString();
    }

    private PlainText() {}
}
