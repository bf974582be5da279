package io.careloop.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** What happens when: earliest first, and of the same instant in the order in which it was planned. */
class Agenda {

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
    private long planned;

    void add(Instant at, Runnable happening) {
        entries.add(new Entry(at, planned++, happening));
    }

    /** Takes what happens next, unless that is after {@code end}. */
    Optional<Entry> next(Instant end) {
        return first().filter(at -> !at.isAfter(end)).map(at -> entries.remove());
    }

    /** When something happens next. */
    Optional<Instant> first() {
        return Optional.ofNullable(entries.peek()).map(Entry::at);
    }

    record Entry(Instant at, long number, Runnable happening) {}
}
