package io.careloop.collaboration;

import io.careloop.cases.CaseReference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Steers the departments that work on a case; the only way other code reaches their processes. */
public interface Departments {

    /**
     * Asks departments, at once and each for itself.
     *
     * @param taskForce whether it ends with minutes
     * @param actor     user id or system
     */
    Collaborations.Outcome ask(CaseReference reference, List<Question> questions, boolean taskForce, String actor);

    /** @return the code of a refusal, {@code refusal.<code>}; empty if another department has the question now */
    Optional<String> move(long branch, String department, String reason, String actor);

    /**
     * @param more opening hours
     * @return the code of a refusal; empty if the department has more time
     */
    Optional<String> extend(long branch, Duration more, String reason, String actor);

    /** @return the code of a refusal; empty if the question is ended without an answer */
    Optional<String> drop(long branch, String reason, String actor);
}
