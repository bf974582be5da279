package io.careloop.modeling.replay;

import io.careloop.engine.HistoryFact.NodeEntered;

/** A recorded stay at a node. */
final class PastVisit {

    private static final int NEVER = -1;

    private final String id;
    private final String node;
    private final String parent;
    private final int entered;

    private int left = NEVER;
    private boolean cancelled;
    private String called;

    PastVisit(NodeEntered fact, int moment) {
        this.id = fact.id();
        this.node = fact.node();
        this.parent = fact.parent();
        this.entered = moment;
    }

    void leave(int moment, boolean isCancelled) {
        left = moment;
        cancelled = isCancelled;
    }

    void call(String instance) {
        called = instance;
    }

    String id() {
        return id;
    }

    String node() {
        return node;
    }

    /** Id of the visit of the subprocess around it; that of the instance at the top. */
    String parent() {
        return parent;
    }

    int entered() {
        return entered;
    }

    int left() {
        return left;
    }

    boolean isLeft() {
        return left != NEVER;
    }

    /** Whether it came to its own end. */
    boolean isDone() {
        return isLeft() && !cancelled;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Id of the instance that it called; null for none. */
    String called() {
        return called;
    }
}
