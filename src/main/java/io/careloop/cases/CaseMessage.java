package io.careloop.cases;

import java.time.Instant;
import java.util.UUID;

/**
 * One message between the customer and us.
 *
 * @param author          user id, or an {@link Actors actor}
 * @param externalId      id that the channel gave it, such as a mail's Message-ID; unique over all cases, may be null
 * @param template        name of the template that an outbound text was made from; null for words written freely
 * @param templateVersion version of that template
 */
public record CaseMessage(
        UUID id,
        CaseReference reference,
        Instant at,
        Direction direction,
        Channel channel,
        String author,
        String subject,
        String text,
        String externalId,
        String template,
        Integer templateVersion) {

    /** Seen from us. */
    public enum Direction {
        IN,
        OUT
    }
}
