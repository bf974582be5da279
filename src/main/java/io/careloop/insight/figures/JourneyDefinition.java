package io.careloop.insight.figures;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.insight.figures.Journey.Signal;
import io.careloop.insight.figures.Journey.Touchpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The journey as its file says it, and what of it happened in a case. */
@Component
public class JourneyDefinition {

    /**
     * What happened in the case {@code c} after its first touchpoint: {@code place} is the touchpoint that the customer was
     * at last, {@code touch} that of a row which leads to one, {@code wait} the milliseconds since the touchpoint before was
     * left, {@code signal} what a row says to be wrong.
     */
    static final String OF_CASE = """
            select place, touch, signal, case when touch is not null and before is not null
                then greatest(0, extract(epoch from entered_at - before) * 1000)::bigint end as wait
            from (
                select *, max(touch) over (partition by step) as place
                from (
                    select p.touch, p.signal, v.entered_at, count(p.touch) over way as step,
                        max(coalesce(v.left_at, v.entered_at)) filter (where p.touch is not null)
                            over (way rows between unbounded preceding and 1 preceding) as before
                    from insight_visit v
                    join unnest(:touches::text[], :signals::text[], :nodes::text[], :agains::boolean[])
                        as p (touch, signal, node, again)
                        on p.node = v.definition || '/' || v.node and (not p.again or v.round > 1)
                    where v.reference = c.reference
                    window way as (order by v.number)
                ) happened where step > 0
            ) placed""";

    private final Journey journey;
    private final Map<String, Object> parameters;

    JourneyDefinition(ObjectMapper json) {
        try (InputStream file = new ClassPathResource("processes/insight/journey.json").getInputStream()) {
            journey = json.readValue(file, Journey.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Point> points = points(journey);
        parameters = Map.of(
                "touches", points.stream().map(Point::touch).toArray(String[]::new),
                "signals", points.stream().map(Point::signal).toArray(String[]::new),
                "nodes", points.stream().map(Point::node).toArray(String[]::new),
                "agains", points.stream().map(Point::again).toArray(Boolean[]::new));
    }

    public Journey journey() {
        return journey;
    }

    public Optional<Touchpoint> find(String touchpoint) {
        return journey.touchpoints().stream()
                .filter(known -> known.id().equals(touchpoint))
                .findFirst();
    }

    /** Of {@link #OF_CASE}. */
    Map<String, Object> parameters() {
        return parameters;
    }

    private static List<Point> points(Journey journey) {
        List<Point> points = new ArrayList<>();
        for (Touchpoint touchpoint : journey.touchpoints()) {
            touchpoint.nodes().forEach(node -> points.add(new Point(touchpoint.id(), null, node, false)));
        }
        for (Signal signal : journey.signals()) {
            signal.nodes().forEach(node -> points.add(new Point(null, signal.id(), node, false)));
            signal.nodesAgain().forEach(node -> points.add(new Point(null, signal.id(), node, true)));
        }
        return points;
    }

    private record Point(String touch, String signal, String node, boolean again) {}
}
