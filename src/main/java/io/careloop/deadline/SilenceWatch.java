package io.careloop.deadline;

import io.careloop.cases.CaseReference;

/** What is under way because a customer has heard nothing. */
public interface SilenceWatch {

    /** Nobody has to write any longer: the customer has heard, or the case is over. */
    void end(CaseReference reference);
}
