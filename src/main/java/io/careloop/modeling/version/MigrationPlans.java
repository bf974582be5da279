package io.careloop.modeling.version;

import io.careloop.engine.SystemCalls;
import io.careloop.modeling.check.Node;
import io.careloop.modeling.check.XmlFiles;
import io.careloop.modeling.version.MigrationDraft.Gone;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationInstructionValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.springframework.stereotype.Service;

/**
 * Plans how cases change their version. Equal nodes take the place of each other; for what went somebody chooses. Timers
 * are never set anew, so that what was promised to a customer by a date stays so.
 */
@Service
public class MigrationPlans {

    /** Besides these a case waits where a step is asynchronous. */
    private static final Set<String> WAITING = Set.of(
            "userTask", "receiveTask", "callActivity", "subProcess", "intermediateCatchEvent", "eventBasedGateway");

    /** What is thrown within the process needs nobody to wait for it. */
    private static final Set<String> UNHEARD = Set.of("errorEventDefinition", "escalationEventDefinition");

    private final Versions versions;
    private final RuntimeService runtime;
    private final SystemCalls system;

    MigrationPlans(Versions versions, RuntimeService runtime, SystemCalls system) {
        this.versions = versions;
        this.runtime = runtime;
        this.system = system;
    }

    /** @param wanted by id of a node of the version that is left, what takes its place; what cannot be is left out */
    public MigrationDraft draft(DiagramVersion from, DiagramVersion to, Map<String, String> wanted) {
        List<Node> then = nodes(from);
        List<Node> now = nodes(to);
        return system.ask(() -> {
            Set<String> equal = equals(from, to);
            List<Gone> gone = then.stream()
                    .filter(MigrationPlans::isWaitedAt)
                    .filter(node -> !equal.contains(node.id()))
                    .map(node -> gone(node, now))
                    .toList();
            Map<String, String> chosen = chosen(gone, wanted);
            Map<String, String> namesThen = names(then);
            Map<String, String> namesNow = names(now);
            try {
                return new MigrationDraft(plan(from, to, chosen), gone, chosen, List.of(), namesThen, namesNow);
            } catch (MigrationPlanValidationException e) {
                List<Obstacle> faults = e.getValidationReport().getInstructionReports().stream()
                        .flatMap(report -> faults(report, namesThen, namesNow).stream())
                        .toList();
                return new MigrationDraft(null, gone, chosen, faults, namesThen, namesNow);
            }
        });
    }

    private List<Node> nodes(DiagramVersion version) {
        return XmlFiles.read(versions.contentOf(version))
                .all()
                .filter(Node::isFlowNode)
                .toList();
    }

    private Set<String> equals(DiagramVersion from, DiagramVersion to) {
        return runtime.createMigrationPlan(from.id(), to.id()).mapEqualActivities().build().getInstructions().stream()
                .map(MigrationInstruction::getSourceActivityId)
                .collect(Collectors.toSet());
    }

    private MigrationPlan plan(DiagramVersion from, DiagramVersion to, Map<String, String> chosen) {
        MigrationPlanBuilder plan =
                runtime.createMigrationPlan(from.id(), to.id()).mapEqualActivities();
        for (Map.Entry<String, String> each : chosen.entrySet()) {
            if (!each.getValue().equals(MigrationDraft.ENDS)) {
                plan = plan.mapActivities(each.getKey(), each.getValue());
            }
        }
        return plan.build();
    }

    private static boolean isWaitedAt(Node node) {
        if (node.is("boundaryEvent") || isEventSubprocessStart(node)) {
            return node.eventDefinition()
                    .filter(event -> !UNHEARD.contains(event.type()))
                    .isPresent();
        }
        return WAITING.contains(node.type())
                || node.camunda("asyncBefore").equals("true")
                || node.camunda("asyncAfter").equals("true");
    }

    private static boolean isEventSubprocessStart(Node node) {
        return node.is("startEvent")
                && node.parent().filter(Node::isEventSubprocess).isPresent();
    }

    private static Gone gone(Node node, List<Node> now) {
        boolean isTimer = node.eventDefinition()
                .filter(event -> event.is("timerEventDefinition"))
                .isPresent();
        List<Place> places = now.stream()
                .filter(other -> other.type().equals(node.type()))
                .filter(other -> other.isEventSubprocess() == node.isEventSubprocess())
                .filter(other -> isEventSubprocessStart(other) == isEventSubprocessStart(node))
                .map(other -> new Place(other.id(), nameOf(other)))
                .toList();
        boolean isWatch = node.is("boundaryEvent") || isEventSubprocessStart(node);
        return new Gone(new Place(node.id(), nameOf(node)), node.type(), places, isTimer && isWatch);
    }

    private static Map<String, String> chosen(List<Gone> gone, Map<String, String> wanted) {
        Map<String, String> chosen = new TreeMap<>();
        for (Gone one : gone) {
            String place = wanted.getOrDefault(one.place().id(), "");
            boolean known = one.places().stream().anyMatch(other -> other.id().equals(place));
            if (known || (one.ends() && place.equals(MigrationDraft.ENDS))) {
                chosen.put(one.place().id(), place);
            }
        }
        return chosen;
    }

    private static List<Obstacle> faults(
            MigrationInstructionValidationReport report, Map<String, String> then, Map<String, String> now) {
        String source = report.getMigrationInstruction().getSourceActivityId();
        String target = report.getMigrationInstruction().getTargetActivityId();
        return report.getFailures().stream()
                .map(failure -> Obstacle.of(
                        new Place(source, then.getOrDefault(source, source)),
                        new Place(target, now.getOrDefault(target, target)),
                        failure))
                .toList();
    }

    private static Map<String, String> names(List<Node> nodes) {
        return nodes.stream().collect(Collectors.toMap(Node::id, MigrationPlans::nameOf, (one, other) -> one));
    }

    private static String nameOf(Node node) {
        return node.name().isEmpty() ? node.id() : node.name();
    }
}
