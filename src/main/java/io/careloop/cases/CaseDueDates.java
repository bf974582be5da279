package io.careloop.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** When cases are due next, for lists of them. A case whose clocks all stand is left out. */
public interface CaseDueDates {

    /** The next due date of each case. */
    Map<CaseReference, Instant> nextDueOf(Collection<CaseReference> references);

    /** How much of the time is left until then. */
    Map<CaseReference, TimeLeft> timeLeftOf(Collection<CaseReference> references);
}
