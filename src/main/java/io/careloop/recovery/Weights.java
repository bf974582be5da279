package io.careloop.recovery;

import java.util.Optional;

/** Asks the table how much something that happened weighs. */
public interface Weights {

    /**
     * @param words what the customer said, lower case; empty where it is not about words
     * @return empty if it does not weigh anything
     */
    Optional<Weight> of(String happening, String words);

    /**
     * @param recoveryFrom score of the case, with these points, from which on a recovery starts; 0 for at once
     */
    record Weight(int points, int recoveryFrom) {}
}
