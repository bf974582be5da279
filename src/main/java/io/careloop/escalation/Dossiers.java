package io.careloop.escalation;

import io.careloop.cases.CaseFile;
import io.careloop.cases.Contacts;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry;
import io.careloop.escalation.Dossier.Chapter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Puts together what is known of a case. Nothing of its timeline is left out. */
@Service
public class Dossiers {

    private static final String NO = "✗";

    private final Timeline timeline;
    private final Contacts contacts;

    Dossiers(Timeline timeline, Contacts contacts) {
        this.timeline = timeline;
        this.contacts = contacts;
    }

    public Dossier of(CaseFile file) {
        Map<Chapter, List<TimelineEntry>> chapters = new EnumMap<>(Chapter.class);
        for (Chapter chapter : Chapter.values()) {
            chapters.put(chapter, new ArrayList<>());
        }
        timeline.of(file.reference())
                .forEach(entry -> chapters.get(chapterOf(entry)).add(entry));
        return new Dossier(file, contacts.get(file.contactId()), chapters);
    }

    static Chapter chapterOf(TimelineEntry entry) {
        return switch (entry.kind()) {
            case REGISTERED,
                    ACKNOWLEDGED,
                    MESSAGE_IN,
                    MESSAGE_OUT,
                    DELIVERY_FAILED,
                    TOLD_IN_PERSON,
                    CALLED,
                    QUESTION_ASKED,
                    FEEDBACK_GIVEN -> Chapter.CONTACTS;
            case QUESTION_ANSWERED -> entry.text().startsWith(NO) ? Chapter.REFUSALS : Chapter.CONTACTS;
            case PLANNED, FOLLOW_UP_PLANNED -> Chapter.PROMISES;
            case SOLUTION_PROPOSED,
                    OFFER_MADE,
                    APOLOGISED,
                    MADE_GOOD,
                    COMPENSATION_PROPOSED,
                    COMPENSATION_GRANTED,
                    COMPENSATION_PAID -> Chapter.OFFERS;
            case OFFER_DECLINED, ANSWER_REJECTED, COMPENSATION_REFUSED, COMPENSATION_TAKEN_BACK -> Chapter.REFUSALS;
            case DEPARTMENT_LATE -> Chapter.DEADLINES;
            case ANSWER_APPROVED, RESTRICTED, RELEASED -> Chapter.ESCALATIONS;
            default -> byName(entry.kind().name());
        };
    }

    /** Kinds that belong together begin alike. */
    private static Chapter byName(String kind) {
        if (kind.startsWith("DEADLINE")) {
            return Chapter.DEADLINES;
        }
        if (kind.startsWith("PROMISE")) {
            return Chapter.PROMISES;
        }
        return kind.startsWith("ESCALAT") ? Chapter.ESCALATIONS : Chapter.OTHER;
    }
}
