package io.careloop.resolution.process;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.careloop.engine.DecisionTables;
import io.careloop.resolution.Route;
import io.careloop.resolution.RouteTable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Asks the decision table {@code processes/resolution/resolution-route.dmn}, in the version that runs now. What it says is
 * known for a minute, since the form asks whenever somebody opens it.
 */
@Component
class RouteDecision implements RouteTable {

    private static final String KEY = "resolution-route";

    private final DecisionTables decisions;
    private final LoadingCache<Kind, List<Route>> answers = Caffeine.newBuilder()
            .maximumSize(100)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build(this::decide);

    RouteDecision(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<Route> of(String category, String priority) {
        return answers.get(new Kind(category, priority));
    }

    private List<Route> decide(Kind kind) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("category", kind.category());
        facts.put("priority", kind.priority());
        return decisions.ask(KEY, facts).getResultList().stream()
                .map(RouteDecision::route)
                .toList();
    }

    private static Route route(Map<String, Object> row) {
        return new Route(
                row.get("route").toString().strip(),
                Duration.parse(row.get("leadTime").toString().strip()),
                Objects.toString(row.get("usable"), "").strip());
    }

    private record Kind(String category, String priority) {}
}
