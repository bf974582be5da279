package io.careloop.cases;

import java.util.Optional;

/** Reads what people type where an e-mail address or a phone number is asked for. */
public interface ContactReading {

    /** In lower case; empty if it is no e-mail address. */
    Optional<String> email(String typed);

    /** As E.164; empty if it is no phone number that can be called. */
    Optional<String> phone(String typed);
}
