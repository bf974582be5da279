package io.careloop.intake.mail;

import org.springframework.stereotype.Component;

/** One look into the mailbox, for tests of other packages. */
@Component
public class MailboxLook {

    private final MailPoll poll;

    MailboxLook(MailPoll poll) {
        this.poll = poll;
    }

    public void look() {
        poll.poll();
    }
}
