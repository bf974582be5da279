package io.careloop.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The languages that we speak, and which of them answers a reader's wish. */
public final class Languages {

    private static final Locale ENGLISH = Locale.ENGLISH;
    private static final Locale SIMPLIFIED = Locale.forLanguageTag("zh-CN");
    private static final Locale TRADITIONAL = Locale.forLanguageTag("zh-TW");

    /** All of them, English first. */
    public static final List<Locale> ALL = List.of(ENGLISH, SIMPLIFIED, TRADITIONAL);

    private static final Set<String> TRADITIONAL_PLACES = Set.of("TW", "HK", "MO");

    /** The first wish that we can answer, else English. */
    public static Locale bestOf(Iterable<Locale> wishes) {
        for (Locale wish : wishes) {
            Optional<Locale> answer = answering(wish);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return ENGLISH;
    }

    public static Locale bestOf(Locale wish) {
        return bestOf(wish == null ? List.of() : List.of(wish));
    }

    /** Our language for a BCP 47 tag such as {@code zh-HK}; empty if we have none, or if it is no tag. */
    public static Optional<Locale> of(String tag) {
        return answering(Locale.forLanguageTag(tag == null ? "" : tag.strip()));
    }

    private static Optional<Locale> answering(Locale wish) {
        return switch (wish.getLanguage()) {
            case "en" -> Optional.of(ENGLISH);
            case "zh" -> Optional.of(isTraditional(wish) ? TRADITIONAL : SIMPLIFIED);
            default -> Optional.empty();
        };
    }

    private static boolean isTraditional(Locale wish) {
        return wish.getScript().isEmpty()
                ? TRADITIONAL_PLACES.contains(wish.getCountry())
                : wish.getScript().equals("Hant");
    }

    private Languages() {}
}
