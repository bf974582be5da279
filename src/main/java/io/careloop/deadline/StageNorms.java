package io.careloop.deadline;

import java.util.Optional;

/** Decides how long a case should be in a stage. */
public interface StageNorms {

    /**
     * @param stage as the diagram writes it
     * @return empty for a stage that is not measured
     */
    Optional<Limit> of(String stage);
}
