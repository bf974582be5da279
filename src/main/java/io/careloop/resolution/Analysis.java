package io.careloop.resolution;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.notification.OutboundWords;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who finds out what the problem is, and what it is in our words. */
@Service
public class Analysis {

    private final CaseFiles cases;
    private final Questions questions;
    private final OutboundWords outbound;
    private final Timeline timeline;
    private final ResolutionProperties properties;

    Analysis(
            CaseFiles cases,
            Questions questions,
            OutboundWords outbound,
            Timeline timeline,
            ResolutionProperties properties) {
        this.cases = cases;
        this.questions = questions;
        this.outbound = outbound;
        this.timeline = timeline;
        this.properties = properties;
    }

    /**
     * @param clear if not, the customer is asked whether it is understood rightly
     * @return code of the sentence for the writer, {@code refusal.<code>}, if nothing was kept
     */
    @Transactional
    public Optional<String> record(CaseReference reference, String problem, boolean clear, String actor) {
        if (problem == null) {
            return Optional.of("problem-needed");
        }
        Optional<String> refusal = clear ? Optional.empty() : outbound.refusalOf(reference, problem);
        if (refusal.isPresent()) {
            return refusal;
        }
        timeline.note(reference, Kind.ANALYSED, actor, problem);
        if (!clear) {
            questions.ask(reference, OpenQuestion.Kind.PROBLEM, problem, null, actor);
        }
        return Optional.empty();
    }

    /** Nobody of the team claimed the request in time, so another one is asked; or the same once more. */
    @Transactional
    public void moveOn(CaseReference reference, String nextTeam) {
        cases.moveOn(reference, Actors.SYSTEM, nextTeam, unclaimed(properties.claimWithin()));
    }

    private static String unclaimed(Duration limit) {
        return "not claimed within %d h %02d min of opening hours".formatted(limit.toHours(), limit.toMinutesPart());
    }
}
