package io.careloop.intake.mail;

/** What became of a mail. */
enum MailOutcome {
    /** A new case. */
    OPENED,
    /** A message on the case that it belongs to. */
    JOINED,
    /** A note on the case: written by a machine, or a mail of ours that came back. */
    NOTED,
    /** From ourselves, or from a machine and about no case. */
    IGNORED,
    /** Handled before. */
    DUPLICATE,
    /** Too many of this sender, or from nobody who could be answered: kept aside for a person. */
    SET_ASIDE;

    /** Whether the mailbox is done with it. */
    boolean isHandled() {
        return this != SET_ASIDE;
    }
}
