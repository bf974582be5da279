package io.careloop.cases;

/** What may have to be over before a case is closed. All beans of this type are asked. */
public interface ClosingCondition {

    /** Whether somebody still works on the case, so that it stays open whatever else has been done. */
    boolean holdsOpen(CaseReference reference);
}
