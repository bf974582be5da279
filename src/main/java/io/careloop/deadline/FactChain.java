package io.careloop.deadline;

import java.util.List;

/**
 * What was recorded of the clocks of a case, and whether it is all there and unchanged.
 *
 * @param head   hash of the last fact as it was kept when that was added
 * @param length how many facts there were then
 */
public record FactChain(List<ClockFact> facts, String head, int length) {

    public FactChain {
        facts = List.copyOf(facts);
    }

    /** Whether no fact was edited, removed, added or put in another place. */
    public boolean isIntact() {
        String before = ClockFact.NO_HASH;
        for (int i = 0; i < facts.size(); i++) {
            ClockFact fact = facts.get(i);
            if (fact.number() != i + 1 || !fact.previousHash().equals(before) || !fact.isIntact()) {
                return false;
            }
            before = fact.hash();
        }
        return facts.size() == length && before.equals(head);
    }
}
