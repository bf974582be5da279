package io.careloop.notification;

import io.careloop.cases.CaseReference;
import java.util.Collection;
import java.util.Optional;

/**
 * Queues messages within the caller's transaction; they leave after its commit, once per reason.
 *
 * <p>{@code reason} is a key unique to what is told, such as an activity instance or {@code deadline/C-2026-000042/...}:
 * the same template with the same reason is queued only once.
 */
public interface Notifications {

    /**
     * Tells the customer of the case, in their language. Somebody who cannot be written to gets a call: a task for the
     * staff is opened instead.
     *
     * @param template name of a message template, without language
     */
    void toCustomer(CaseReference reference, String template, String reason);

    /**
     * Tells members of the staff, each once even if named twice. It leaves in opening hours only: what happens at night
     * is told in the morning.
     */
    void toStaff(
            CaseReference reference,
            Collection<String> users,
            Collection<String> groups,
            String template,
            String reason);

    /**
     * Sends what a member of the staff wrote; the first such message is the first response.
     *
     * @return code of the sentence for the writer, {@code refusal.<code>}, if the words may not go: see
     *     {@link OutboundWords}
     */
    Optional<String> fromStaff(CaseReference reference, String author, String subject, String text, String reason);
}
