package io.careloop.modeling.replay;

import io.careloop.insight.RecordedWays.RecordedWay;
import io.careloop.modeling.replay.Answer.Difference;
import io.careloop.modeling.replay.Played.Stuck;
import io.careloop.modeling.replay.Way.Parting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is found out about a case in a changed diagram: all of it is counted, the gravest is what it is listed under. */
final class Verdict {

    private final RecordedWay recorded;
    private final DrawnDiagram changed;
    private final List<Difference> differences = new ArrayList<>();

    private Outcome outcome = Outcome.SAME;
    private String what = "";
    private String before = "";
    private String after = "";

    Verdict(RecordedWay recorded, DrawnDiagram then, DrawnDiagram changed, Way wayThen, Way way) {
        this.recorded = recorded;
        this.changed = changed;
        steps("", "new", changed, way.only(node -> !then.has(node)).nodes());
        steps("visited", "gone", then, wayThen.only(node -> !changed.has(node)).nodes());
        Parting parting = wayThen.only(changed::has).partingFrom(way.only(then::has));
        if (parting != null) {
            outcome = Outcome.CHANGED;
            what = nameIn(changed, parting.last());
            before = nameIn(then, wayThen.after(parting, changed::has));
            after = nameIn(changed, way.after(parting, then::has));
        }
    }

    private void steps(String was, String is, DrawnDiagram diagram, Set<String> nodes) {
        for (String node : nodes) {
            outcome = Outcome.MOVED;
            differences.add(new Difference("step " + diagram.nameOf(node), was, is));
        }
    }

    private static String nameIn(DrawnDiagram diagram, String node) {
        return node == null ? "" : diagram.nameOf(node);
    }

    /** What differs is a path only if it leads somewhere: where a case is stuck, nothing comes after it. */
    void ended() {
        if (outcome == Outcome.CHANGED) {
            differences.add(new Difference("path " + what, before, after));
        }
    }

    void stuck(Stuck stuck) {
        outcome = Outcome.FAILED;
        what = changed.nameOf(stuck.node());
        after = (stuck.code() + " " + stuck.detail()).strip();
        differences.add(new Difference("stuck " + what, before, after));
    }

    /** @param messages codes of those that the customer would not get any longer */
    void lost(List<String> messages) {
        if (!messages.isEmpty()) {
            messages.forEach(message -> differences.add(new Difference("message " + message, "sent", "not-sent")));
            outcome = Outcome.LOST;
            what = String.join(", ", messages);
            before = "sent";
            after = "not-sent";
        }
    }

    Line line() {
        return line(recorded, outcome, what, before, after, differences);
    }

    static Line line(
            RecordedWay recorded,
            Outcome outcome,
            String what,
            String before,
            String after,
            List<Difference> differences) {
        List<Difference> counted = new ArrayList<>(differences);
        counted.add(new Difference("version " + recorded.version(), "", outcome.code()));
        return new Line(
                outcome,
                recorded.restricted() ? null : recorded.reference(),
                recorded.startedAt(),
                what,
                before,
                after,
                Integer.toString(recorded.version()),
                null,
                counted);
    }
}
