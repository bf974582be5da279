package io.careloop.escalation;

import io.careloop.cases.CaseReference;
import io.careloop.notification.OutboundGuard;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What legal and quality have approved of the words to the customer of a sensitive case: each sentence of an answer and
 * offer that both approved, so that whoever carries it out may say it again.
 */
@Component
class ApprovedWords implements OutboundGuard {

    private static final Pattern END_OF_SENTENCE = Pattern.compile("(?<=[.!?。！？])|\\n");

    private final EscalationStore escalations;
    private final ReviewStore reviews;

    ApprovedWords(EscalationStore escalations, ReviewStore reviews) {
        this.escalations = escalations;
        this.reviews = reviews;
    }

    @Override
    public boolean approves(CaseReference reference, String text) {
        Set<String> approved = escalations.of(reference).stream()
                .flatMap(this::approvedIn)
                .flatMap(words -> sentences(words).stream())
                .collect(Collectors.toSet());
        List<String> said = sentences(text);
        return !said.isEmpty() && approved.containsAll(said);
    }

    private Stream<String> approvedIn(Escalation escalation) {
        List<ReviewRecord> approved = reviews.reviewsOf(escalation.id()).stream()
                .filter(ReviewRecord::isApproved)
                .toList();
        Stream<String> offer = approved.isEmpty() ? Stream.empty() : reviews.standingOffer(escalation.id()).stream();
        return Stream.concat(approved.stream().map(ReviewRecord::answer), offer);
    }

    private static List<String> sentences(String text) {
        return END_OF_SENTENCE
                .splitAsStream(text)
                .map(sentence -> sentence.replaceAll("\\s+", " ").strip())
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }
}
