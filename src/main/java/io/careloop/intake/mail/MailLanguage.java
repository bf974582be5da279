package io.careloop.intake.mail;

import java.util.Locale;

/** Guesses the language of a mail among those that we speak, by its script. */
final class MailLanguage {

    /** Frequent characters that are written in one way only in one of the two scripts; each has its twin in the other. */
    private static final String SIMPLIFIED_ONLY = "们这个国说时对会来为学发经东车门问见长马电单请关从开间样亲边还听应买卖货产业务联订认预维没给让过进现实谢题费员转换";

    private static final String TRADITIONAL_ONLY = "們這個國說時對會來為學發經東車門問見長馬電單請關從開間樣親邊還聽應買賣貨產業務聯訂認預維沒給讓過進現實謝題費員轉換";

    private static final int ENOUGH = 20_000;

    /**
     * @param declared value of the header Content-Language, may be null
     * @return null if nothing tells the language
     */
    static Locale guess(String declared, String text) {
        Counts counts = Counts.of(text == null ? "" : text);
        if (counts.kana() > 0 || counts.han() == 0) {
            return counts.letters() > 0 ? Locale.ENGLISH : null;
        }
        if (counts.han() * 4 < counts.letters()) {
            return Locale.ENGLISH;
        }
        if (counts.simplified() != counts.traditional()) {
            return counts.simplified() > counts.traditional() ? Locale.SIMPLIFIED_CHINESE : Locale.TRADITIONAL_CHINESE;
        }
        return declaredTraditional(declared) ? Locale.TRADITIONAL_CHINESE : Locale.SIMPLIFIED_CHINESE;
    }

    private static boolean declaredTraditional(String declared) {
        String tag = declared == null ? "" : declared.strip().toLowerCase(Locale.ROOT);
        return tag.startsWith("zh-tw") || tag.startsWith("zh-hk") || tag.startsWith("zh-hant");
    }

    private record Counts(long han, long kana, long letters, long simplified, long traditional) {

        static Counts of(String text) {
            String sample = text.length() > ENOUGH ? text.substring(0, ENOUGH) : text;
            return new Counts(
                    sample.codePoints().filter(Character::isIdeographic).count(),
                    sample.codePoints().filter(c -> c >= 0x3041 && c <= 0x30fa).count(),
                    sample.codePoints()
                            .filter(c -> Character.isLetter(c) && !Character.isIdeographic(c))
                            .count(),
                    sample.codePoints()
                            .filter(c -> SIMPLIFIED_ONLY.indexOf(c) >= 0)
                            .count(),
                    sample.codePoints()
                            .filter(c -> TRADITIONAL_ONLY.indexOf(c) >= 0)
                            .count());
        }
    }

    private MailLanguage() {}
}
