package io.careloop.escalation;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.escalation.Escalation.Ending;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends the open escalation of a case. */
@Service
public class EscalationEnding {

    private final EscalationStore store;
    private final ReviewStore reviews;
    private final EscalationClocks clocks;
    private final CaseFiles cases;
    private final Timeline timeline;
    private final Clock clock;

    EscalationEnding(
            EscalationStore store,
            ReviewStore reviews,
            EscalationClocks clocks,
            CaseFiles cases,
            Timeline timeline,
            Clock clock) {
        this.store = store;
        this.reviews = reviews;
        this.clocks = clocks;
        this.cases = cases;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** The customer has the final answer, which is an answer by a person. */
    @Transactional
    public void answered(CaseReference reference) {
        Escalation escalation = store.getOpen(reference);
        end(escalation, Ending.ANSWERED, null, escalation.answeredBy());
        cases.firstResponseGiven(reference);
    }

    /** The owner goes on, for the reason that the reviewer gave; for that they have to see the case. */
    @Transactional
    public void handedBack(CaseReference reference) {
        Escalation escalation = store.getOpen(reference);
        ReviewRecord review = reviews.latestReview(escalation.id()).orElseThrow();
        end(escalation, Ending.HANDED_BACK, review.reason(), review.reviewer());
        if (escalation.sensitive()) {
            cases.release(reference, review.reason(), review.reviewer());
        }
    }

    /**
     * The case is over, and so is this.
     *
     * @return user id of whoever was reviewing, null for nobody
     */
    @Transactional
    public String abandoned(CaseReference reference) {
        Escalation escalation = store.getOpen(reference);
        end(escalation, Ending.CASE_OVER, null, Actors.SYSTEM);
        return escalation.reviewer();
    }

    private void end(Escalation escalation, Ending ending, String reason, String actor) {
        clocks.stop(escalation);
        store.end(escalation.id(), ending, reason, clock.instant());
        String code = ending.name().toLowerCase(Locale.ROOT).replace('_', '-');
        timeline.note(
                escalation.reference(), Kind.ESCALATION_ENDED, actor, reason == null ? code : code + " · " + reason);
    }
}
