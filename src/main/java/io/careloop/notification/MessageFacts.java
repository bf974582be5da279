package io.careloop.notification;

import io.careloop.cases.CaseReference;
import java.util.Locale;
import java.util.Map;

/** What a module knows of a case that a message may say. All beans of this type are asked for each message. */
public interface MessageFacts {

    /** Values by the name that templates use; texts are in the given language, dates formatted for it. */
    Map<String, Object> factsFor(CaseReference reference, Locale locale);
}
