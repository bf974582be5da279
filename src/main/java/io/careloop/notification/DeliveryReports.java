package io.careloop.notification;

/** What mail servers report of our mails after the first of them has taken it. */
public interface DeliveryReports {

    /**
     * A mail came back for good: whoever it was for does not have it. This is told in the timeline, and a message to the
     * customer becomes a task for a person.
     *
     * @param messageId the Message-ID of our mail, as the report quotes it
     * @param reason    what the report says
     * @return false if this is no mail of ours that counted as sent; nothing has changed then
     */
    boolean cameBack(String messageId, String reason);
}
