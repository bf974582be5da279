package io.careloop.insight;

import io.careloop.engine.HistoryFact.NodeEntered;
import io.careloop.engine.HistoryFact.NodeLeft;
import io.careloop.engine.HistoryFact.TaskChanged;
import io.careloop.insight.LineTelling.Missed;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A visit while it is being told. */
final class OpenVisit {

    private final NodeEntered entered;
    private final String definition;
    private final int version;
    private final int round;
    private String node;
    private String called;
    private Instant takenAt;
    private Instant leftAt;
    private boolean cancelled;
    private long leftIn;
    private String assignee;
    private String offeredTo;
    private boolean failed;
    private long row;

    OpenVisit(NodeEntered entered, String definition, int version, int round, long row) {
        this.entered = entered;
        this.definition = definition;
        this.version = version;
        this.round = round;
        this.node = entered.node();
        this.row = row;
    }

    void calls(String instance) {
        called = instance;
    }

    /** It became a node of another version. */
    void becomes(String other) {
        node = other;
    }

    /** @param in row of the newest fact about it */
    void toldIn(long in) {
        row = in;
    }

    void leave(NodeLeft left, long in) {
        leftAt = left.at();
        cancelled = left.cancelled();
        leftIn = in;
    }

    void given(TaskChanged task) {
        assignee = task.assignee();
        if (takenAt == null && assignee != null) {
            takenAt = task.at();
        }
    }

    void offeredTo(String group) {
        offeredTo = group;
    }

    void fail(long in) {
        failed = true;
        row = in;
    }

    int round() {
        return round;
    }

    /** Whether it stands around visits of one node that are made for several things at once. */
    boolean isOfSeveral() {
        return entered.type().equals("multiInstanceBody");
    }

    boolean isOpenAt(String instance, String at) {
        return leftAt == null && entered.instance().equals(instance) && node.equals(at);
    }

    Visit toVisit(int number, List<Missed> missed, Set<Long> unfinishedIn) {
        Visit visit = visit(number, false, cancelled && unfinishedIn.contains(leftIn));
        List<Missed> here = missed.stream()
                .filter(deadline -> visit.isWait() && lastedAt(deadline.due()))
                .toList();
        here.forEach(deadline -> row = Math.max(row, deadline.row()));
        return here.isEmpty() ? visit : visit(number, true, visit.unfinished());
    }

    private boolean lastedAt(Instant instant) {
        return !instant.isBefore(entered.at()) && (leftAt == null || instant.isBefore(leftAt));
    }

    private Visit visit(int number, boolean breached, boolean unfinished) {
        return new Visit(
                number,
                entered.id(),
                entered.instance(),
                definition,
                version,
                node,
                entered.type(),
                entered.parent(),
                called,
                round,
                entered.at(),
                takenAt,
                leftAt,
                cancelled,
                assignee,
                offeredTo,
                failed,
                breached,
                unfinished,
                row);
    }
}
