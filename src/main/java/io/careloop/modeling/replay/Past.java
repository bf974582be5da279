package io.careloop.modeling.replay;

import io.careloop.engine.HistoryFact;
import io.careloop.engine.HistoryFact.DecisionMade;
import io.careloop.engine.HistoryFact.InstanceEnded;
import io.careloop.engine.HistoryFact.InstanceMoved;
import io.careloop.engine.HistoryFact.NodeCalled;
import io.careloop.engine.HistoryFact.NodeEntered;
import io.careloop.engine.HistoryFact.NodeLeft;
import io.careloop.engine.HistoryFact.NodeMoved;
import io.careloop.engine.HistoryFact.VariableSet;
import io.careloop.insight.RecordedWays.Fact;
import io.careloop.insight.RecordedWays.RecordedWay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was recorded of an instance, as answers to what a play of it asks. */
final class Past {

    private static final String COMPLETED = "COMPLETED";

    private final RecordedWay way;
    private final Moments moments;
    private final Map<String, PastVisit> visits = new LinkedHashMap<>();
    private final PastVariables variables;

    private boolean wasMoved;
    private boolean isCompleted;

    Past(RecordedWay way) {
        this.way = way;
        this.moments = new Moments(way.facts().stream()
                .filter(fact -> way.instance().equals(fact.fact().instance()))
                .toList());
        for (int moment = 0; moment < moments.count(); moment++) {
            read(moments.at(moment), moment);
        }
        this.variables = new PastVariables(moments, visits);
    }

    private void read(HistoryFact fact, int moment) {
        if (fact instanceof NodeEntered entered) {
            visits.put(entered.id(), new PastVisit(entered, moment));
        } else if (fact instanceof NodeLeft left && visits.containsKey(left.id())) {
            visits.get(left.id()).leave(moment, left.cancelled());
        } else if (fact instanceof NodeCalled called && visits.containsKey(called.id())) {
            visits.get(called.id()).call(called.called());
        } else if (fact instanceof InstanceMoved || fact instanceof NodeMoved) {
            wasMoved = true;
        } else if (fact instanceof InstanceEnded ended) {
            isCompleted = COMPLETED.equals(ended.state());
        }
    }

    /** In the order of entering. */
    Collection<PastVisit> visits() {
        return visits.values();
    }

    PastVariables variables() {
        return variables;
    }

    /** Whether it went on as another version, or was put elsewhere by hand. */
    boolean wasMoved() {
        return wasMoved;
    }

    /** Whether it came to its own end, and was not ended from outside. */
    boolean isCompleted() {
        return isCompleted;
    }

    String reference() {
        return way.reference();
    }

    Instant startedAt() {
        return way.startedAt();
    }

    Instant timeOf(int moment) {
        return moments.at(moment).at();
    }

    /** Null if nothing was recorded. */
    String firstNode() {
        return visits.values().stream().findFirst().map(PastVisit::node).orElse(null);
    }

    /** What a table answered; empty if none was asked or nothing is recorded of it. */
    Optional<List<Map<String, Object>>> decisionOf(PastVisit visit) {
        return moments.facts().stream()
                .map(Fact::fact)
                .filter(fact -> fact instanceof DecisionMade made && visit.id().equals(made.visit()))
                .map(fact -> ((DecisionMade) fact).outputs())
                .findFirst();
    }

    /**
     * A list with as many entries as a step was done for at once; what they were is not recorded.
     *
     * @param round how often the step had been come to before
     */
    List<Integer> entriesFor(String node, int round) {
        return visits.values().stream()
                .filter(visit -> visit.node().equals(node + HistoryFact.ALL_TOGETHER))
                .skip(round)
                .limit(1)
                .flatMap(all -> visits.values().stream()
                        .filter(visit ->
                                visit.node().equals(node) && visit.parent().equals(all.id())))
                .map(PastVisit::entered)
                .toList();
    }

    /** Code of the error with which a visit ended, which an event of the diagram of then caught; null for none. */
    String errorOf(PastVisit visit, DrawnDiagram then) {
        if (!visit.isCancelled()) {
            return null;
        }
        int end = moments.endOfTransaction(visit.left());
        for (int moment = visit.left() + 1; moment < end; moment++) {
            if (moments.at(moment) instanceof NodeEntered next) {
                return then.errors().get(next.node());
            }
        }
        return null;
    }

    /** The last values of the variables of a called instance. */
    Map<String, Object> variablesOf(String instance) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (Fact recorded : way.facts()) {
            if (recorded.fact() instanceof VariableSet set && instance.equals(set.instance())) {
                found.put(set.name(), Typed.of(set.value()));
            }
        }
        return found;
    }

    /** Values that some variables had in an instance and in those that it called, one for each transaction. */
    List<String> valuesIn(String instance, Set<String> names) {
        Set<String> instances = new HashSet<>(Set.of(instance));
        List<String> values = new ArrayList<>();
        for (Fact recorded : way.facts()) {
            if (recorded.fact() instanceof NodeCalled called && instances.contains(called.instance())) {
                instances.add(called.called());
            } else if (recorded.fact() instanceof VariableSet set
                    && instances.contains(set.instance())
                    && names.contains(set.name())
                    && set.value() instanceof String text) {
                values.add(text);
            }
        }
        return values;
    }
}
