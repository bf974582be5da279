package io.careloop.modeling.version;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;

/**
 * What takes the place of what when cases change their version.
 *
 * @param plan      the engine's; null if there are faults
 * @param gone      nodes at which a case can stand and that have no equal in the other version
 * @param chosen    by id of what is gone, what takes its place
 * @param namesThen names of the nodes of the version that is left, by id
 * @param namesNow  names of those of the other
 */
public record MigrationDraft(
        MigrationPlan plan,
        List<Gone> gone,
        Map<String, String> chosen,
        List<Obstacle> faults,
        Map<String, String> namesThen,
        Map<String, String> namesNow) {

    /** Chosen for a timer that shall end with the version that is left. */
    public static final String ENDS = "-";

    /**
     * @param places that could take its place: nodes of the same type
     * @param ends   whether it may simply end, as a timer may
     */
    public record Gone(Place place, String type, List<Place> places, boolean ends) {}

    /** The other way round, for the way back. */
    public Map<String, String> reversed() {
        return reversed(chosen);
    }

    static Map<String, String> reversed(Map<String, String> chosen) {
        Map<String, String> back = new HashMap<>();
        chosen.forEach((then, now) -> {
            if (!now.equals(ENDS)) {
                back.put(now, then);
            }
        });
        return back;
    }

    boolean hasPlaceFor(String node) {
        return plan.getInstructions().stream()
                .map(MigrationInstruction::getSourceActivityId)
                .anyMatch(node::equals);
    }

    boolean maySimplyEnd(String node) {
        return ENDS.equals(chosen.get(node));
    }

    Place then(String id) {
        return new Place(id, namesThen.getOrDefault(id, id));
    }

    Place now(String id) {
        return new Place(id, namesNow.getOrDefault(id, id));
    }
}
