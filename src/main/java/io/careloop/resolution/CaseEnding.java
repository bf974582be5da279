package io.careloop.resolution;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseStatus;
import io.careloop.deadline.ClockKind;
import io.careloop.deadline.Deadlines;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Resolves, closes and withdraws cases, and takes them up again when the solution did not last. */
@Service
public class CaseEnding {

    private final CaseFiles cases;
    private final Questions questions;
    private final Deadlines deadlines;

    CaseEnding(CaseFiles cases, Questions questions, Deadlines deadlines) {
        this.cases = cases;
        this.questions = questions;
        this.deadlines = deadlines;
    }

    /** The customer confirmed the effect. */
    @Transactional
    public void resolve(CaseReference reference) {
        cases.resolved(reference);
        deadlines.stop(reference, ClockKind.RESOLUTION);
    }

    /** @return the code of the reason for which it cannot be closed yet; empty if it is closed */
    @Transactional
    public Optional<String> close(CaseReference reference) {
        if (!cases.closed(reference)) {
            return Optional.of("closing-held-up");
        }
        deadlines.end(reference);
        return Optional.empty();
    }

    @Transactional
    public void withdraw(CaseReference reference, String actor) {
        cases.withdrawn(reference, actor);
        questions.drop(reference);
        deadlines.end(reference);
    }

    /** Another round: a case that counted as resolved is reopened, its resolution clock runs on. */
    @Transactional
    public void takeUpAgain(CaseReference reference, String actor, String reason) {
        CaseFile file = cases.get(reference);
        if (file.status() == CaseStatus.OPEN) {
            return;
        }
        cases.reopened(reference, actor, reason);
        deadlines.resume(reference, ClockKind.RESOLUTION);
    }
}
