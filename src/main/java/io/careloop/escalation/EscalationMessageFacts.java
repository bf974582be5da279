package io.careloop.escalation;

import io.careloop.cases.CaseFile;
import io.careloop.deadline.WorkingTime;
import io.careloop.escalation.Escalation.Ending;
import io.careloop.identity.Staff;
import io.careloop.identity.StaffMember;
import io.careloop.notification.MessageFacts;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What messages say of the latest escalation of a case. The remedy outside the company ({@code outsideRemedy}) is told by
 * whoever knows the policy of the case.
 */
@Component
class EscalationMessageFacts implements MessageFacts {

    private static final Set<String> OWN = Set.of("reviewDue", "reviewerName", "answer", "offer");

    private final EscalationStore store;
    private final ReviewStore reviews;
    private final Staff staff;
    private final WorkingTime hours;

    EscalationMessageFacts(EscalationStore store, ReviewStore reviews, Staff staff, WorkingTime hours) {
        this.store = store;
        this.reviews = reviews;
        this.staff = staff;
        this.hours = hours;
    }

    @Override
    public Map<String, Object> factsFor(CaseFile file, Locale locale, Set<String> wanted) {
        if (Collections.disjoint(wanted, OWN)) {
            return Map.of();
        }
        List<Escalation> all = store.of(file.reference());
        return all.isEmpty() ? Map.of() : facts(all.get(all.size() - 1), locale);
    }

    private Map<String, Object> facts(Escalation escalation, Locale locale) {
        Map<String, Object> facts = new HashMap<>();
        if (escalation.dueAt() != null) {
            facts.put(
                    "reviewDue",
                    DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                            .withLocale(locale)
                            .format(escalation.dueAt().atZone(hours.zone())));
        }
        if (escalation.reviewer() != null) {
            staff.find(escalation.reviewer()).map(StaffMember::name).ifPresent(name -> facts.put("reviewerName", name));
        }
        if (isDecided(escalation)) {
            facts.put("answer", escalation.answer());
            reviews.standingOffer(escalation.id()).ifPresent(offer -> facts.put("offer", offer));
        }
        return facts;
    }

    /** A draft is nothing that customers read, whatever else they are told meanwhile. */
    private boolean isDecided(Escalation escalation) {
        return escalation.ending() == Ending.ANSWERED
                || escalation.isOpen()
                        && reviews.latestReview(escalation.id())
                                .filter(review -> review.decision().needsAnswer())
                                .filter(review -> !escalation.sensitive() || review.isApproved())
                                .isPresent();
    }
}
