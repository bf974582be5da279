package io.careloop.cases;

/**
 * The customer said one word about how it went. Heard within the same transaction.
 *
 * @param word  such as {@code disappointed}
 * @param score from 0 to 10; null if none was given
 */
public record FeedbackGiven(CaseReference reference, String word, Integer score) {}
