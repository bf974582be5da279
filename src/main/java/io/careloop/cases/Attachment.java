package io.careloop.cases;

import java.time.Instant;
import java.util.UUID;

/**
 * A file of a case, without its content.
 *
 * @param messageId message that it came with, may be null
 * @param fileName  safe to show and to save under
 * @param mediaType as the sender called it
 * @param size      in bytes
 * @param sha256    of the content, in lower-case hexadecimal digits
 */
public record Attachment(
        UUID id,
        CaseReference reference,
        UUID messageId,
        String fileName,
        String mediaType,
        int size,
        String sha256,
        Instant addedAt) {}
