package io.careloop.cases;

/**
 * The customer said one word about how it went. Heard within the same transaction.
 *
 * @param word such as {@code disappointed}
 */
public record FeedbackGiven(CaseReference reference, String word) {}
