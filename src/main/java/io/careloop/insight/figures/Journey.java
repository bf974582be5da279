package io.careloop.insight.figures;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where customers meet the service, and how they say that something is wrong; see {@code processes/insight/journey.json}.
 *
 * @param touchpoints in the order of the journey
 * @param signals     each counts for the touchpoint that the customer was at last
 */
public record Journey(List<Touchpoint> touchpoints, List<Signal> signals) {

    /**
     * @param beside    whether it is off the line that most customers follow
     * @param byChannel whether its cases are shown by channel
     * @param nodes     that lead the customer there, as {@code definition/node}
     * @param name      by language
     */
    public record Touchpoint(
            String id, boolean beside, boolean byChannel, List<String> nodes, Map<String, String> name) {

        public String name(Locale locale) {
            return in(name, locale);
        }
    }

    /**
     * @param nodes      whose visits say so, as {@code definition/node}
     * @param nodesAgain those that say so when they are visited again
     * @param name       by language
     */
    public record Signal(String id, List<String> nodes, List<String> nodesAgain, Map<String, String> name) {

        public String name(Locale locale) {
            return in(name, locale);
        }
    }

    private static String in(Map<String, String> texts, Locale locale) {
        return texts.getOrDefault(locale.toLanguageTag(), texts.get("en"));
    }
}
