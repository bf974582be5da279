package io.careloop.insight;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Cuts text into what an index finds it by. A word is a word; of scripts that are written without blanks each two characters
 * that follow one another are one, and the last character of a row is one as well, so that one character is found too.
 */
final class Lexemes {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern PIECE =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]+|[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]+");
    private static final int LONGEST = 40;
    private static final int MOST = 5000;
    private static final int MOST_ASKED = 12;

    /** What the texts are found by; nulls are passed over. */
    static Set<String> of(Collection<String> texts) {
        Set<String> found = new LinkedHashSet<>();
        for (String text : texts) {
            for (String piece : pieces(text)) {
                if (found.size() < MOST) {
                    found.addAll(isUnbroken(piece) ? pairs(piece, true) : List.of(cut(piece)));
                }
            }
        }
        return found;
    }

    /**
     * As a {@code tsquery} that wants all of it; the last word may go on.
     *
     * @return empty if there is no word in what was typed
     */
    static String query(String typed) {
        List<String> pieces = pieces(typed);
        return IntStream.range(0, pieces.size())
                .boxed()
                .flatMap(at -> asked(pieces.get(at), at == pieces.size() - 1).stream())
                .distinct()
                .limit(MOST_ASKED)
                .collect(Collectors.joining(" & "));
    }

    private static List<String> asked(String piece, boolean isLast) {
        boolean isOneCharacter = piece.codePointCount(0, piece.length()) == 1;
        if (!isUnbroken(piece) || isOneCharacter) {
            return List.of("'" + cut(piece) + (isLast || isOneCharacter ? "':*" : "'"));
        }
        return pairs(piece, false).stream().map(pair -> "'" + pair + "'").toList();
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        if (text != null) {
            Matcher words = WORD.matcher(
                    Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
            while (words.find()) {
                PIECE.matcher(words.group()).results().forEach(piece -> pieces.add(piece.group()));
            }
        }
        return pieces;
    }

    private static boolean isUnbroken(String piece) {
        Character.UnicodeScript script = Character.UnicodeScript.of(piece.codePointAt(0));
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA;
    }

    private static List<String> pairs(String piece, boolean withLast) {
        int[] characters = piece.codePoints().toArray();
        List<String> pairs = new ArrayList<>();
        for (int at = 0; at < characters.length - 1; at++) {
            pairs.add(new String(characters, at, 2));
        }
        if (withLast) {
            pairs.add(new String(characters, characters.length - 1, 1));
        }
        return pairs;
    }

    private static String cut(String word) {
        return word.codePointCount(0, word.length()) <= LONGEST
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST));
    }

    private Lexemes() {}
}
