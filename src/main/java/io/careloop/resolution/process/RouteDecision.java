package io.careloop.resolution.process;

import io.careloop.engine.DecisionTables;
import io.careloop.resolution.Route;
import io.careloop.resolution.RouteTable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code processes/resolution/resolution-route.dmn}; the form asks whenever somebody opens it. */
@Component
class RouteDecision implements RouteTable {

    private static final String KEY = "resolution-route";

    private final DecisionTables decisions;

    RouteDecision(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<Route> of(String category, String priority) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("category", category);
        facts.put("priority", priority);
        return decisions.known(KEY, facts).getResultList().stream()
                .map(RouteDecision::route)
                .toList();
    }

    private static Route route(Map<String, Object> row) {
        return new Route(
                row.get("route").toString().strip(),
                Duration.parse(row.get("leadTime").toString().strip()),
                Objects.toString(row.get("usable"), "").strip());
    }
}
