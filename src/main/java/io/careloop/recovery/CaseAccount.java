package io.careloop.recovery;

import io.careloop.cases.CaseReference;

/**
 * What a case got so far.
 *
 * @param sum   what was granted, less what was taken back
 * @param stake the price or amount that the case is about; null if nobody has said it
 */
public record CaseAccount(CaseReference reference, Money sum, Money stake) {

    /** Whether a sum is above the given share of what the case is about. */
    boolean isAboveStake(Money wanted, int percent) {
        return stake != null && wanted.exceeds(stake.percent(percent));
    }
}
