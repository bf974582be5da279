package io.careloop.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** What happens when: earliest first, and of the same instant in the order in which it was planned. */
class Agenda {

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
    private long planned;

    /** @param happening is given the instant that it was planned for */
    void add(Instant at, Consumer<Instant> happening) {
        entries.add(new Entry(at, planned++, happening));
    }

    /** The next that happens, not after {@code end}; null if there is none. */
    Entry next(Instant end) {
        return entries.isEmpty() || entries.peek().at().isAfter(end) ? null : entries.poll();
    }

    /** When something happens next. */
    Optional<Instant> first() {
        return Optional.ofNullable(entries.peek()).map(Entry::at);
    }

    record Entry(Instant at, long number, Consumer<Instant> happening) {}
}
