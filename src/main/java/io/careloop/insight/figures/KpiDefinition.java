package io.careloop.insight.figures;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

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
 * @param glance  what of it the report of a month says at a glance; null for nothing
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
        Map<String, String> text,
        Glance glance) {

    /**
     * Cases of one side of a share.
     *
     * @param which {@code inside} or {@code outside} of it
     * @param name  by language
     */
    public record Glance(String which, Map<String, String> name) {

        public String name(Locale locale) {
            return in(name, locale);
        }
    }

    public boolean isShare() {
        return value == null;
    }

    List<String> expressions() {
        return Stream.of(day, counted, value, part, of).filter(Objects::nonNull).toList();
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
