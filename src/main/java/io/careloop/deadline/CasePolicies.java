package io.careloop.deadline;

import io.careloop.cases.CaseReference;
import java.util.Set;

/** Which rules a case is under. */
public interface CasePolicies {

    /** The rules for new cases become those of this one, for good; a case that has its own keeps them. */
    CasePolicy begin(CaseReference reference);

    /** The rules that the case started under. */
    CasePolicy of(CaseReference reference);

    /** The rules under which a case starts that is registered now. */
    CasePolicy ofNewCases();

    /** For which reasons some of the rules, whether they apply or not, let a clock stand still. */
    Set<String> pauseReasons();
}
