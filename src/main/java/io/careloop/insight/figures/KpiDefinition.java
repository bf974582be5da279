package io.careloop.insight.figures;

import java.util.Locale;
import java.util.Map;

/**
 * How a KPI is computed; see {@code processes/insight/kpis.json}. Expressions are SQL over {@code insight_case}.
 *
 * @param unit    {@code seconds} of business time, {@code share} or {@code score}
 * @param better  {@code lower} or {@code higher}
 * @param day     the column that says of which day a case is
 * @param counted condition of the cases that count
 * @param value   what each case weighs in; its median, p90 and mean are shown. Null for a share
 * @param part    number of those of a case that are in the share; null unless it is one
 * @param of      number of those that could be
 * @param name    by language
 * @param text    one sentence on how it is computed, by language
 */
public record KpiDefinition(
        String id,
        String unit,
        String better,
        String day,
        String counted,
        String value,
        String part,
        String of,
        Map<String, String> name,
        Map<String, String> text) {

    public boolean isShare() {
        return value == null;
    }

    public String name(Locale locale) {
        return in(name, locale);
    }

    public String text(Locale locale) {
        return in(text, locale);
    }

    private static String in(Map<String, String> texts, Locale locale) {
        return texts.getOrDefault(locale.toLanguageTag(), texts.get("en"));
    }
}
