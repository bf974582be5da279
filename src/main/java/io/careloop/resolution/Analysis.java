package io.careloop.resolution;

import io.careloop.cases.CaseReference;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the problem is, in our words. */
@Service
public class Analysis {

    private final Questions questions;
    private final Timeline timeline;

    Analysis(Questions questions, Timeline timeline) {
        this.questions = questions;
        this.timeline = timeline;
    }

    /** @param clear if not, the customer is asked whether it is understood rightly */
    @Transactional
    public void record(CaseReference reference, String problem, boolean clear, String actor) {
        timeline.note(reference, Kind.ANALYSED, actor, problem);
        if (!clear) {
            questions.ask(reference, OpenQuestion.Kind.PROBLEM, problem, null, actor);
        }
    }
}
