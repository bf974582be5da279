package io.careloop.engine;

import java.util.regex.Pattern;

/**
 * Text for the text fields of a form, which are Markdown. Words of people stay words: each sign that Markdown, HTML or
 * the form's own templates could read becomes a character reference, so that nothing but the sign itself is shown.
 */
public final class FormText {

    private static final Pattern SIGN = Pattern.compile("[!-/:-@\\[-`{-~]");
    private static final Pattern INDENT = Pattern.compile("(?m)^[ \\t]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    /** Shows the text as it is, line by line; null shows nothing. */
    public static String plain(String text) {
        if (text == null) {
            return "";
        }
        String lines = UNSEEN.matcher(text.strip().replaceAll("\\r\\n?", "\n")).replaceAll("");
        String signs =
                SIGN.matcher(lines).replaceAll(sign -> "&#" + (int) sign.group().charAt(0) + ";");
        return INDENT.matcher(signs)
                .replaceAll(indent -> "&nbsp;".repeat(indent.group().length()));
    }

    /** Shows the text on one line, cut to the given number of characters. */
    public static String line(String text, int limit) {
        if (text == null) {
            return "";
        }
        String line = text.strip().replaceAll("\\s+", " ");
        int end = line.offsetByCodePoints(0, Math.min(limit, line.codePointCount(0, line.length())));
        return plain(end < line.length() ? line.substring(0, end) + "…" : line);
    }

    private FormText() {}
}
