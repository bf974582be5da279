package io.careloop.intake.mail;

import jakarta.mail.internet.MimeUtility;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads bytes whose encoding is declared, declared wrongly, or not declared at all. */
final class Charsets {

    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** What senders declare, and the wider encoding that they use under that name. */
    private static final Map<String, Charset> WIDER = Map.of(
            "us-ascii", StandardCharsets.US_ASCII,
            "gb2312", CHINESE,
            "gbk", CHINESE,
            "x-gbk", CHINESE,
            "cp936", CHINESE,
            "big5", Charset.forName("x-windows-950"),
            "iso-8859-1", WESTERN,
            "latin1", WESTERN);

    /** @param declared may be null or nonsense */
    static String decode(byte[] bytes, String declared) {
        Optional<Charset> charset = named(declared);
        return charset.flatMap(known -> strictly(bytes, known))
                .or(() -> strictly(bytes, StandardCharsets.UTF_8))
                .or(() -> looksChinese(bytes) ? strictly(bytes, CHINESE) : Optional.empty())
                .orElseGet(() -> new String(bytes, charset.orElse(WESTERN)));
    }

    static Optional<Charset> named(String declared) {
        if (declared == null) {
            return Optional.empty();
        }
        String name = declared.strip().toLowerCase(Locale.ROOT);
        if (WIDER.containsKey(name)) {
            return Optional.of(WIDER.get(name));
        }
        try {
            return Optional.of(Charset.forName(MimeUtility.javaCharset(name)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** In Chinese text bytes above 127 come in pairs and are the most; in western text they are few among letters. */
    private static boolean looksChinese(byte[] bytes) {
        int run = 0;
        int high = 0;
        int letters = 0;
        for (byte next : bytes) {
            if (next < 0) {
                run++;
                high++;
            } else if (run % 2 != 0) {
                return false;
            } else {
                run = 0;
                letters += Character.isLetter(next) ? 1 : 0;
            }
        }
        return run % 2 == 0 && high > letters;
    }

    private Charsets() {}
}
