package io.careloop.modeling.version;

import java.util.List;

/** How far a migration is. */
public record Progress(List<CaseProgress> cases, boolean isFinished) {

    /** What became of a case so far. */
    public enum State {
        WAITING,
        MOVED,
        FAILED,
        LEFT_OUT
    }

    /** @param obstacle why it failed, null if it did not */
    public record CaseProgress(String reference, State state, Obstacle obstacle) {}

    public int total() {
        return cases.size();
    }

    public long moved() {
        return count(State.MOVED);
    }

    public long failed() {
        return count(State.FAILED);
    }

    /** Whether somebody has to decide about what failed. */
    public boolean isStuck() {
        return failed() > 0 && count(State.WAITING) == 0;
    }

    private long count(State state) {
        return cases.stream().filter(one -> one.state() == state).count();
    }
}
