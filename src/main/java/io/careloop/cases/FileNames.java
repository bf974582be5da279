package io.careloop.cases;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Makes names of files, as strangers give them, safe to show and to save under. */
final class FileNames {

    private static final int LONGEST = 150;
    private static final int LONGEST_EXTENSION = 12;
    private static final String NAMELESS = "attachment";

    /** Control and format characters; the latter can make {@code gpj.exe} read as {@code exe.jpg}. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029]");

    private static final Pattern RESERVED = Pattern.compile("[<>:\"|?*;%]");

    static String safe(String name) {
        String text = Normalizer.normalize(name == null ? "" : name, Normalizer.Form.NFC);
        text = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
        text = RESERVED.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll("_");
        text = text.strip().replaceAll("^\\.+|[. ]+$", "");
        return text.isEmpty() ? NAMELESS : shortened(text);
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
        int end = LONGEST - extension.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + extension;
    }

    private FileNames() {}
}
