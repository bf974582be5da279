package io.careloop.modeling.replay;

import io.careloop.engine.HistoryFact;
import io.careloop.engine.HistoryFact.NodeEntered;
import io.careloop.engine.HistoryFact.NodeLeft;
import io.careloop.engine.HistoryFact.VariableSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which variables of an instance were set when. Of a variable that was set several times in one transaction the last value is
 * recorded, at the moment of the last time.
 */
final class PastVariables {

    private final Moments moments;
    private final Map<String, PastVisit> visits;
    /** Moments at which somebody set a variable while the case stood still. */
    private final Set<Integer> outside = new TreeSet<>();

    /** @param visits by their ids */
    PastVariables(Moments moments, Map<String, PastVisit> visits) {
        this.moments = moments;
        this.visits = visits;
        findOutside();
    }

    private void findOutside() {
        boolean isFollowed = false;
        for (int moment = moments.count() - 1; moment >= 0; moment--) {
            boolean isLast = moment == moments.count() - 1 || !moments.areTogether(moment, moment + 1);
            isFollowed = moments.isNode(moment) || isFollowed && !isLast;
            if (!isFollowed && isShared(moment)) {
                outside.add(moment);
            }
        }
    }

    /** All that is known when the first transaction is over: what was there at the start is not recorded apart. */
    Map<String, Object> atStart() {
        return moments.count() == 0 ? Map.of() : between(0, moments.endOfTransaction(0));
    }

    /** What a task left behind. */
    Map<String, Object> leftBehindBy(PastVisit visit) {
        return visit.isLeft() ? between(visit.entered(), visit.left()) : Map.of();
    }

    /** What came with an event: set in its transaction before the case went on. */
    Map<String, Object> broughtBy(int moment) {
        int from = moment;
        while (from > 0 && moments.areTogether(from - 1, moment) && leadsTo(moment, from - 1)) {
            from--;
        }
        return between(from, moment);
    }

    /** Before an event is entered, it ends what it interrupts and enters what it stands in. */
    private boolean leadsTo(int moment, int earlier) {
        HistoryFact fact = moments.at(earlier);
        boolean isAround = fact instanceof NodeEntered around
                && moments.at(moment) instanceof NodeEntered entered
                && around.id().equals(entered.parent());
        return isAround || fact instanceof NodeLeft left && left.cancelled() || !moments.isNode(earlier);
    }

    /** What was set from a moment on until the end of its transaction. */
    Map<String, Object> laterWith(int moment) {
        return between(moment, moments.endOfTransaction(moment));
    }

    /** What was set from outside between two moments. */
    Map<String, Object> fromOutside(int after, int before) {
        Map<String, Object> found = new LinkedHashMap<>();
        outside.stream().filter(moment -> moment > after && moment < before).forEach(moment -> put(moment, found));
        return found;
    }

    private Map<String, Object> between(int from, int until) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (int moment = from; moment < until; moment++) {
            if (isShared(moment)) {
                put(moment, found);
            }
        }
        return found;
    }

    private void put(int moment, Map<String, Object> found) {
        VariableSet set = (VariableSet) moments.at(moment);
        found.put(set.name(), Typed.of(set.value()));
    }

    /** Whether it is a variable of the case: inputs of a task are set before it is entered, by the diagram itself. */
    private boolean isShared(int moment) {
        if (moments.at(moment) instanceof VariableSet set) {
            PastVisit from = set.visit() == null ? null : visits.get(set.visit());
            return from == null || from.entered() < moment;
        }
        return false;
    }
}
