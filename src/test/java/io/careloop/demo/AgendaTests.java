package io.careloop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgendaTests {

    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");

    private final Agenda agenda = new Agenda();
    private final List<String> happened = new ArrayList<>();

    @Test
    void theEarliestComesFirstAndOfOneInstantWhatWasPlannedFirst() {
        plan(NINE.plusSeconds(60), "later");
        plan(NINE, "first");
        plan(NINE, "second");

        play(NINE.plusSeconds(3600));

        assertThat(happened).containsExactly("first", "second", "later");
    }

    @Test
    void whatIsPlannedMeanwhileTakesItsTurn() {
        agenda.add(NINE, () -> plan(NINE.plusSeconds(30), "planned meanwhile"));
        plan(NINE.plusSeconds(60), "planned before");

        play(NINE.plusSeconds(3600));

        assertThat(happened).containsExactly("planned meanwhile", "planned before");
    }

    @Test
    void whatComesAfterTheEndIsLeft() {
        plan(NINE, "at the end");
        plan(NINE.plusMillis(1), "too late");

        play(NINE);

        assertThat(happened).containsExactly("at the end");
        assertThat(agenda.first()).contains(NINE.plusMillis(1));
    }

    private void plan(Instant at, String what) {
        agenda.add(at, () -> happened.add(what));
    }

    private void play(Instant end) {
        for (Optional<Agenda.Entry> next = agenda.next(end); next.isPresent(); next = agenda.next(end)) {
            next.get().happening().run();
        }
    }
}
