package io.careloop.escalation;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What was decided in the escalations of a case, for whoever decides next or looks back. */
@Service
public class EscalationHistory {

    private final EscalationStore store;
    private final ReviewStore reviews;
    private final CaseFiles cases;
    private final EscalationSettings settings;

    EscalationHistory(EscalationStore store, ReviewStore reviews, CaseFiles cases, EscalationSettings settings) {
        this.store = store;
        this.reviews = reviews;
        this.cases = cases;
        this.settings = settings;
    }

    /** All of a case, oldest first. */
    public List<Told> of(CaseReference reference) {
        return store.of(reference).stream().map(this::told).toList();
    }

    public Optional<Told> ofOpen(CaseReference reference) {
        return store.findOpen(reference).map(this::told);
    }

    /** Cases of the same category with their offers and outcomes, newest first. */
    public List<ComparableCase> comparable(CaseReference reference) {
        String category = cases.get(reference).category();
        return reviews.comparable(reference, category, settings.comparableCases()).stream()
                .flatMap(offer -> cases.find(offer.reference()).stream()
                        .filter(other -> other.restrictedTo() == null)
                        .map(other -> comparable(offer, other)))
                .toList();
    }

    private static ComparableCase comparable(OfferRecord offer, CaseFile other) {
        return new ComparableCase(offer.reference(), offer.offer(), offer.at(), other.status());
    }

    private Told told(Escalation escalation) {
        List<ReviewRecord> decided = reviews.reviewsOf(escalation.id());
        Stream<Step> steps = decided.stream().flatMap(review -> {
            Step decision = new Step(
                    review.at(),
                    review.reviewer(),
                    "decided." + review.decision().code(),
                    review.reason());
            Stream<Step> approvals = review.approvals().stream()
                    .map(one -> new Step(
                            one.at(),
                            one.actor(),
                            (one.approved() ? "approved." : "rejected.") + one.approver(),
                            one.reason()));
            return Stream.concat(Stream.of(decision), approvals);
        });
        Stream<Step> offers = reviews.offersOf(escalation.id()).stream()
                .map(offer -> new Step(
                        offer.at(),
                        offer.negotiator(),
                        offer.offer() == null ? "no-offer" : "offer",
                        offer.offer() == null ? offer.reason() : offer.offer()));
        return new Told(
                escalation,
                store.reasonsOf(escalation.id()),
                store.tiersOf(escalation.id()),
                Stream.concat(steps, offers)
                        .sorted(Comparator.comparing(Step::at))
                        .toList(),
                decided.size() + (escalation.isOpen() ? 1 : 0),
                reviews.standingOffer(escalation.id()).orElse(null));
    }

    /**
     * One escalation with all that belongs to it.
     *
     * @param steps what was decided, oldest first
     * @param round how many reviews there were, with the one that goes on
     * @param offer above standard that goes out with the answer, null for none
     */
    public record Told(
            Escalation escalation,
            List<GivenReason> reasons,
            List<TierVisit> tiers,
            List<Step> steps,
            int round,
            String offer) {}

    /**
     * Something that was decided.
     *
     * @param what  key of its name in the message bundle, {@code escalation.step.<what>}
     * @param words reason or offer, null for none
     */
    public record Step(Instant at, String actor, String what, String words) {}
}
