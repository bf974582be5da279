package io.careloop.escalation;

import io.careloop.cases.CaseFile;
import io.careloop.cases.Contact;
import io.careloop.cases.TimelineEntry;
import java.util.List;
import java.util.Map;

/**
 * All that is known of a case, in short: what whoever decides about a complaint has to know.
 *
 * @param chapters all entries of the timeline, each in one chapter, oldest first; no chapter is missing
 */
public record Dossier(CaseFile file, Contact customer, Map<Chapter, List<TimelineEntry>> chapters) {

    /** What kind of happening an entry tells of. */
    public enum Chapter {
        CONTACTS,
        PROMISES,
        OFFERS,
        REFUSALS,
        DEADLINES,
        ESCALATIONS,
        OTHER
    }
}
