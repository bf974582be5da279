package io.careloop.collaboration;

import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Writes down what happens to a question, in its own history and in the timeline of its case. */
@Component
class BranchRecord {

    private final BranchStore store;
    private final Timeline timeline;
    private final Clock clock;

    BranchRecord(BranchStore store, Timeline timeline, Clock clock) {
        this.store = store;
        this.timeline = timeline;
        this.clock = clock;
    }

    void note(Branch branch, Kind kind, String actor, String text) {
        store.addStep(branch, new BranchStep(clock.instant(), kind, actor, branch.department(), text));
        timeline.note(
                branch.reference(),
                kind,
                actor,
                text.isEmpty() ? branch.department() : branch.department() + " · " + text);
    }
}
