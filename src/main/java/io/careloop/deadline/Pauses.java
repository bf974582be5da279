package io.careloop.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stretches of time that do not count, in order and apart from one another. */
record Pauses(List<Interval> stretches) {

    static final Pauses NONE = new Pauses(List.of());

    /** @param pauses in any order; they may overlap, or be empty */
    static Pauses of(List<Interval> pauses) {
        List<Interval> apart = new ArrayList<>();
        pauses.stream()
                .filter(pause -> !pause.isEmpty())
                .sorted(Comparator.comparing(Interval::from))
                .forEach(pause -> add(apart, pause));
        return new Pauses(List.copyOf(apart));
    }

    /** What the pauses leave of a stretch. */
    List<Interval> outOf(Interval stretch) {
        List<Interval> left = new ArrayList<>();
        Instant at = stretch.from();
        for (Interval pause : stretches) {
            Interval before = new Interval(at, pause.from()).within(stretch);
            if (!before.isEmpty()) {
                left.add(before);
            }
            at = at.isAfter(pause.to()) ? at : pause.to();
        }
        Interval rest = new Interval(at, stretch.to());
        if (!rest.isEmpty()) {
            left.add(rest);
        }
        return left;
    }

    private static void add(List<Interval> apart, Interval pause) {
        Interval last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
        if (last == null || pause.from().isAfter(last.to())) {
            apart.add(pause);
        } else if (pause.to().isAfter(last.to())) {
            apart.set(apart.size() - 1, new Interval(last.from(), pause.to()));
        }
    }
}
