package io.careloop.escalation;

import io.careloop.cases.CaseReference;

/** The processes that take escalations along. */
public interface EscalationProcesses {

    /** Starts the one of a new escalation by the event of its reason. */
    void start(CaseReference reference, EscalationReason reason);

    /** Something more was said: the one that runs looks at its risk again. */
    void reasonAdded(CaseReference reference);

    /** Whoever had the review or an approval may not have it any more. */
    void letGo(CaseReference reference, String user);

    /** What departments were asked is answered: a review that waited for it goes on. */
    void departmentsDone(CaseReference reference);

    /** Nothing is left to review. */
    void caseEnded(CaseReference reference);
}
