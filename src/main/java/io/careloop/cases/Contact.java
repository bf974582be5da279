package io.careloop.cases;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A customer as far as we know how to reach them; at least one of e-mail and phone is there.
 *
 * @param email  lower case
 * @param phone  E.164, such as {@code +8613800138000}
 * @param locale language of all messages
 */
@Table("cases_contact")
public record Contact(@Id UUID id, String name, String email, String phone, Locale locale, Instant createdAt) {

    /** Whether a message can be written to them; else somebody has to call. */
    public boolean reachableInWriting() {
        return email != null;
    }
}
