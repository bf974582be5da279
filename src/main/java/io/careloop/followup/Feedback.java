package io.careloop.followup;

import io.careloop.cases.CaseReference;
import java.util.List;

/** The customer's one word about a case, with a score and a comment if they like. */
public interface Feedback {

    /** The words offered, best first; pages show them in the reader's language ({@code word.<word>}). */
    List<String> WORDS = List.of("convenient", "caring", "tedious", "disappointed");

    /** Whether the customer has said a word since the case was last resolved. */
    boolean isGiven(CaseReference reference);

    /**
     * Keeps the customer's word; a later one replaces it.
     *
     * @param word    one of {@link #WORDS}
     * @param score   0 to 10, or null
     * @param comment may be null
     */
    void give(CaseReference reference, String word, Integer score, String comment);
}
