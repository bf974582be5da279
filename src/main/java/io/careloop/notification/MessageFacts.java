package io.careloop.notification;

import io.careloop.cases.CaseFile;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a module knows of a case that a message may say. All beans of this type are asked for each message. */
public interface MessageFacts {

    /**
     * Values by the name that templates use; texts are in the given language, dates formatted for it.
     *
     * @param wanted names that the message uses; a fact that costs a look into the database is left out unless it is wanted
     */
    Map<String, Object> factsFor(CaseFile file, Locale locale, Set<String> wanted);

    /**
     * The same for one message.
     *
     * @param reason the key that names what is told, as {@link Notifications} has it
     */
    default Map<String, Object> factsFor(CaseFile file, Locale locale, Set<String> wanted, String reason) {
        return factsFor(file, locale, wanted);
    }
}
