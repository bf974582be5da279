package io.careloop.recovery;

import io.careloop.cases.CaseReference;

/** Starts and moves the processes of the recovery, each within the caller's transaction. */
public interface RecoveryProcesses {

    /** Approval, if somebody else has to decide, then payment. */
    void startCompensation(LedgerEntry entry);

    /** A recovery goes on once its compensation was given, refused or taken back. */
    void compensationSettled(LedgerEntry entry);

    void startRecovery(Recovery recovery, String failure, String category, int score);

    /** The queue is ordered by the score. */
    void reorder(CaseReference reference, int score);

    /** Nothing is decided or made good any more; what was granted is still paid. */
    void caseWithdrawn(CaseReference reference);

    /** In nobody's name: who erred is not to be found in the record of the process either. */
    void startLearning(CaseReference reference, long learning);
}
