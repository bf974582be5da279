package io.careloop.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** When cases are due next, for lists of them. */
public interface CaseDueDates {

    /** The next due date of each case whose clocks run; a case without one is left out. */
    Map<CaseReference, Instant> nextDueOf(Collection<CaseReference> references);
}
