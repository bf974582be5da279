package io.careloop.modeling.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** What somebody may have meant who mistyped a name. */
final class Nearest {

    private static final int LETTERS_TO_A_SLIP = 4;

    /** Empty if nothing that is known looks like it. */
    static String to(String word, Collection<String> known) {
        int allowed = Math.max(1, word.length() / LETTERS_TO_A_SLIP);
        return known.stream()
                .filter(name -> !name.isEmpty() && slips(word, name) <= allowed)
                .min(Comparator.comparing((String name) -> slips(word, name)).thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }

    /** How many letters were added, left out or mistaken; capital letters do not count. */
    private static int slips(String one, String other) {
        String left = one.toLowerCase(Locale.ROOT);
        String right = other.toLowerCase(Locale.ROOT);
        int[] before = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] now = new int[right.length() + 1];
            now[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int mistaken = before[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(mistaken, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[right.length()];
    }

    private Nearest() {}
}
