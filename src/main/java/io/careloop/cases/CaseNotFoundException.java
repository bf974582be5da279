package io.careloop.cases;

/** No case carries this reference, or the caller may not know that one does. */
public class CaseNotFoundException extends RuntimeException {

    public CaseNotFoundException(CaseReference reference) {
        super("No case " + reference);
    }
}
