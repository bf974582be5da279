package io.careloop.notification;

import io.careloop.cases.CaseReference;

/** Knows what has been approved of the words to a customer whose case is restricted. All beans of this type are asked. */
public interface OutboundGuard {

    /** Whether these very words, written by somebody of the staff, may go to the customer of the case now. */
    boolean approves(CaseReference reference, String text);
}
