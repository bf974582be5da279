package io.careloop.cases;

import java.util.Locale;

/**
 * How somebody says they can be reached, already brought to its normal form.
 *
 * @param name   may be null
 * @param email  lower case, may be null
 * @param phone  E.164, may be null
 * @param locale language that they read
 */
public record ContactDetails(String name, String email, String phone, Locale locale) {

    public ContactDetails {
        if (email == null && phone == null) {
            throw new IllegalArgumentException("A contact needs an e-mail address or a phone number");
        }
    }
}
