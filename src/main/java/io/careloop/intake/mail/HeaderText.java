package io.careloop.intake.mail;

import io.careloop.intake.PlainText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads header values: RFC 2047 words, and bytes that a sender did not encode at all. Neighbouring words of one encoding
 * are joined before they are decoded, since senders split Chinese characters between them.
 */
final class HeaderText {

    private static final Pattern WORD = Pattern.compile("=\\?([^?*\\s]+)(?:\\*[^?\\s]*)?\\?([bBqQ])\\?([^?]*)\\?=");

    /** @return one clean line; null for null and for a value without any word */
    static String read(String raw) {
        if (raw == null) {
            return null;
        }
        return PlainText.line(decodeWords(isBytes(raw) ? ofBytes(raw) : raw));
    }

    /** Jakarta Mail hands out the bytes of a header as characters of the same number. */
    private static boolean isBytes(String raw) {
        return raw.chars().allMatch(c -> c < 256);
    }

    private static String ofBytes(String raw) {
        return Charsets.decode(raw.getBytes(StandardCharsets.ISO_8859_1), null);
    }

    private static String decodeWords(String value) {
        StringBuilder text = new StringBuilder();
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        String charset = null;
        int end = 0;
        Matcher word = WORD.matcher(value);
        while (word.find()) {
            String between = value.substring(end, word.start());
            boolean adjacent = charset != null && between.isBlank();
            if (!adjacent || !charset.equalsIgnoreCase(word.group(1))) {
                flush(pending, charset, text);
                text.append(adjacent ? "" : between);
            }
            charset = word.group(1);
            pending.writeBytes(bytesOf(word.group(2), word.group(3)));
            end = word.end();
        }
        flush(pending, charset, text);
        return text.append(value.substring(end)).toString();
    }

    private static void flush(ByteArrayOutputStream pending, String charset, StringBuilder text) {
        text.append(Charsets.decode(pending.toByteArray(), charset));
        pending.reset();
    }

    private static byte[] bytesOf(String encoding, String word) {
        return encoding.equalsIgnoreCase("b") ? base64(word) : quoted(word);
    }

    private static byte[] base64(String word) {
        try {
            return Base64.getMimeDecoder().decode(word);
        } catch (IllegalArgumentException e) {
            return word.getBytes(StandardCharsets.US_ASCII);
        }
    }

    private static byte[] quoted(String word) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            int hex = c == '=' && i + 2 <= word.length() - 1 ? hex(word.substring(i + 1, i + 3)) : -1;
            if (hex >= 0) {
                bytes.write(hex);
                i += 2;
            } else {
                bytes.write(c == '_' ? ' ' : c);
            }
        }
        return bytes.toByteArray();
    }

    private static int hex(String digits) {
        int high = Character.digit(digits.charAt(0), 16);
        int low = Character.digit(digits.charAt(1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private HeaderText() {}
}
