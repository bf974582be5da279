package io.careloop.modeling.replay;

import io.careloop.engine.HistoryFact;
import io.careloop.engine.HistoryFact.NodeEntered;
import io.careloop.engine.HistoryFact.NodeLeft;
import io.careloop.insight.RecordedWays.Fact;
import java.util.List;

/** What happened in one instance, numbered from 0 in its order. */
record Moments(List<Fact> facts) {

    HistoryFact at(int moment) {
        return facts.get(moment).fact();
    }

    int count() {
        return facts.size();
    }

    /** Whether a node was entered or left. */
    boolean isNode(int moment) {
        return at(moment) instanceof NodeEntered || at(moment) instanceof NodeLeft;
    }

    boolean areTogether(int moment, int other) {
        return facts.get(moment).transaction() == facts.get(other).transaction();
    }

    /** The first moment after the transaction. */
    int endOfTransaction(int moment) {
        int end = moment;
        while (end < count() && areTogether(moment, end)) {
            end++;
        }
        return end;
    }
}
