package io.careloop.insight.figures;

import io.careloop.followup.Feedback;
import io.careloop.insight.figures.Journey.Touchpoint;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** How the journeys of customers went whose cases were closed in a period. */
@Service
public class JourneyFigures {

    private final Figures figures;
    private final JourneyDefinition definition;

    JourneyFigures(Figures figures, JourneyDefinition definition) {
        this.figures = figures;
        this.definition = definition;
    }

    /** All touchpoints in the order of the journey, also those that nobody was at. */
    public List<Stop> of(Period period, Slice slice) {
        Map<String, Tally> items = new HashMap<>();
        figures.of(JourneySource.SUBJECT, period, slice).forEach((item, tally) -> items.put(item.id(), tally));
        return definition.journey().touchpoints().stream()
                .map(touchpoint -> stop(touchpoint, items))
                .toList();
    }

    private Stop stop(Touchpoint touchpoint, Map<String, Tally> items) {
        Tally all = items.getOrDefault(touchpoint.id(), new Tally());
        Map<String, Long> signals = new LinkedHashMap<>();
        definition
                .journey()
                .signals()
                .forEach(signal ->
                        signals.put(signal.id(), count(items, JourneySource.signal(touchpoint.id(), signal.id()))));
        return new Stop(
                touchpoint,
                all.count(0),
                all.count(1),
                all.count(2),
                signals,
                words(touchpoint.id(), items),
                channels(touchpoint.id(), items),
                all.waits().percentile(Shares.MEDIAN),
                all.waits().percentile(Shares.P90));
    }

    private static Map<String, Long> words(String touchpoint, Map<String, Tally> items) {
        Map<String, Long> words = new LinkedHashMap<>();
        Feedback.WORDS.forEach(word -> words.put(word, count(items, JourneySource.word(touchpoint, word))));
        words.values().removeAll(Set.of(0L));
        return words;
    }

    private static Map<String, Long> channels(String touchpoint, Map<String, Tally> items) {
        String before = JourneySource.channel(touchpoint, "");
        Map<String, Long> channels = new TreeMap<>();
        items.forEach((item, tally) -> {
            if (item.startsWith(before)) {
                channels.put(item.substring(before.length()), tally.count(0));
            }
        });
        return Collections.unmodifiableMap(channels);
    }

    private static long count(Map<String, Tally> items, String item) {
        return items.getOrDefault(item, new Tally()).count(0);
    }

    /**
     * A touchpoint, and how it went there.
     *
     * @param cases      that came there
     * @param visits     how often they did
     * @param troubled   cases with any signal there
     * @param signals    cases by the id of a signal, in the order of the definition
     * @param words      cases that came there by the word that the customer gave at last, the best word first
     * @param channels   cases by channel; empty unless the definition asks for it
     * @param medianWait milliseconds since the touchpoint before was left; null if there was none
     */
    public record Stop(
            Touchpoint touchpoint,
            long cases,
            long visits,
            long troubled,
            Map<String, Long> signals,
            Map<String, Long> words,
            Map<String, Long> channels,
            Double medianWait,
            Double p90Wait) {

        /** Null if no word was said. */
        public String worstWord() {
            return words.keySet().stream().reduce((better, worse) -> worse).orElse(null);
        }

        /** Cases in which any word was said. */
        public long withWord() {
            return words.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Of the cases that came there; 0 if none did. */
        public double troubledShare() {
            return cases == 0 ? 0 : (double) troubled / cases;
        }
    }
}
