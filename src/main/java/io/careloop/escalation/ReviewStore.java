package io.careloop.escalation;

import io.careloop.cases.CaseReference;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided within escalations: reviews, offers and approvals. Nothing of it is ever changed. */
@Repository
class ReviewStore {

    private static final RowMapper<ApprovalRecord> APPROVAL = (row, number) -> new ApprovalRecord(
            row.getLong("review"),
            row.getString("approver"),
            row.getString("actor"),
            row.getBoolean("approved"),
            row.getString("reason"),
            row.getTimestamp("at").toInstant());

    private static final RowMapper<OfferRecord> OFFER = (row, number) -> new OfferRecord(
            CaseReference.of(row.getString("reference")),
            row.getString("negotiator"),
            row.getString("offer"),
            row.getString("reason"),
            row.getTimestamp("at").toInstant());

    private final JdbcClient jdbc;

    ReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Its id and approvals are not taken from the record. */
    void add(long escalation, ReviewRecord review) {
        jdbc.sql("""
                        insert into escalation_review (escalation, tier, reviewer, outcome, answer, reason, at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        escalation,
                        review.tier(),
                        review.reviewer(),
                        review.decision().name(),
                        review.answer(),
                        review.reason(),
                        Timestamp.from(review.at()))
                .update();
    }

    /** Oldest first. */
    List<ReviewRecord> reviewsOf(long escalation) {
        Map<Long, List<ApprovalRecord>> approvals = jdbc
                .sql("select * from escalation_approval where escalation = ? order by id")
                .param(escalation)
                .query(APPROVAL)
                .list()
                .stream()
                .collect(Collectors.groupingBy(ApprovalRecord::review));
        return jdbc.sql("select * from escalation_review where escalation = ? order by id")
                .param(escalation)
                .query((row, number) -> new ReviewRecord(
                        row.getLong("id"),
                        row.getInt("tier"),
                        row.getString("reviewer"),
                        Decision.valueOf(row.getString("outcome")),
                        row.getString("answer"),
                        row.getString("reason"),
                        row.getTimestamp("at").toInstant(),
                        approvals.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    Optional<ReviewRecord> latestReview(long escalation) {
        List<ReviewRecord> reviews = reviewsOf(escalation);
        return reviews.isEmpty() ? Optional.empty() : Optional.of(reviews.get(reviews.size() - 1));
    }

    void add(long escalation, ApprovalRecord approval) {
        jdbc.sql("""
                        insert into escalation_approval (escalation, review, approver, actor, approved, reason, at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        escalation,
                        approval.review(),
                        approval.approver(),
                        approval.actor(),
                        approval.approved(),
                        approval.reason(),
                        Timestamp.from(approval.at()))
                .update();
    }

    /** @param category by which others find it comparable, may be null */
    void add(long escalation, String category, OfferRecord offer) {
        jdbc.sql("""
                        insert into escalation_offer (escalation, category, negotiator, offer, reason, at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        escalation,
                        category,
                        offer.negotiator(),
                        offer.offer(),
                        offer.reason(),
                        Timestamp.from(offer.at()))
                .update();
    }

    /** Oldest first. */
    List<OfferRecord> offersOf(long escalation) {
        return jdbc.sql("""
                        select o.*, e.reference from escalation_offer o join escalation_case e on e.id = o.escalation
                        where o.escalation = ? order by o.id""").param(escalation).query(OFFER).list();
    }

    /** The offer that goes out with the answer: the one that the latest review asked for. */
    Optional<String> standingOffer(long escalation) {
        List<OfferRecord> offers = offersOf(escalation);
        return latestReview(escalation)
                .filter(review -> review.decision() == Decision.OFFER && !offers.isEmpty())
                .map(review -> offers.get(offers.size() - 1))
                .map(OfferRecord::offer);
    }

    /** Offers that were made in other cases of the category, newest first. */
    List<OfferRecord> comparable(CaseReference reference, String category, int most) {
        return jdbc.sql("""
                        select o.*, e.reference from escalation_offer o join escalation_case e on e.id = o.escalation
                        where o.category = ? and o.offer is not null and e.reference <> ?
                        order by o.id desc limit ?""")
                .params(category, reference.value(), most)
                .query(OFFER)
                .list();
    }
}
