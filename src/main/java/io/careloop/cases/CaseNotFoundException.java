package io.careloop.cases;

/** No case carries this reference, or the caller may not know that one does. */
public class CaseNotFoundException extends RuntimeException {

    public CaseNotFoundException(CaseReference reference) {
        this(reference.value());
    }

    /** @param asked what was asked for, which need not be a reference */
    public CaseNotFoundException(String asked) {
        super("No case " + asked);
    }
}
