package io.careloop.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.deadline.ClockFact.What;
import io.careloop.deadline.DeadlineClock.ClockType;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever happens to a clock, its facts alone tell when it is due, and it is due later only for a reason on record. */
class ClockFactsPropertyTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant BEGIN = Instant.parse("2026-03-20T09:17:31.123456Z");
    private static final List<Threshold> NOTICES = List.of(Threshold.once(50), Threshold.once(100));
    private static final List<String> LIMITS = List.of("PT1H", "PT4H30M", "PT24H", "P1D", "P3D", "P10D");

    private final Random random = new Random(4711);
    private final List<BusinessCalendar> revisions = new ArrayList<>();

    private ClockRecord clock;
    private List<ClockFact> facts;
    private Instant now;

    @Test
    void theFactsGiveTheDueDateToTheSecondAndItIsNeverLaterWithoutAReason() {
        for (int trial = 0; trial < 300; trial++) {
            begin();
            for (int step = 0; step < 25; step++) {
                now = Moments.kept(now.plus(Duration.ofSeconds(random.nextInt(40_000))));
                Instant before = clock.dueAt();
                What what = somethingHappens();
                if (clock.dueAt().isAfter(before)) {
                    assertThat(what).isIn(What.PAUSED, What.REOPENED, What.DECIDED);
                }
                assertReplayed("trial %d step %d %s".formatted(trial, step, what));
            }
        }
    }

    @Test
    void everyEditRemovalAndExchangeOfAFactShows() {
        for (int trial = 0; trial < 100; trial++) {
            begin();
            for (int step = 0; step < 10; step++) {
                now = now.plusSeconds(random.nextInt(40_000));
                somethingHappens();
            }
            if (facts.size() < 3) {
                continue;
            }
            String head = facts.get(facts.size() - 1).hash();
            assertThat(new FactChain(facts, head, facts.size()).isIntact()).isTrue();
            int at = random.nextInt(facts.size() - 1);

            List<ClockFact> removed = new ArrayList<>(facts);
            removed.remove(at);
            assertThat(new FactChain(removed, head, facts.size()).isIntact()).isFalse();

            List<ClockFact> exchanged = new ArrayList<>(facts);
            exchanged.set(at, facts.get(at + 1));
            exchanged.set(at + 1, facts.get(at));
            assertThat(new FactChain(exchanged, head, facts.size()).isIntact()).isFalse();

            List<ClockFact> cut = facts.subList(0, facts.size() - 1);
            assertThat(new FactChain(cut, head, facts.size()).isIntact()).isFalse();

            List<ClockFact> rewritten = new ArrayList<>(facts);
            ClockFact old = facts.get(at);
            rewritten.set(
                    at,
                    ClockFact.after(
                            old.number(),
                            old.previousHash(),
                            ClockId.RESOLUTION,
                            What.ACKNOWLEDGED,
                            old.at(),
                            "somebody",
                            Map.of("percent", "1000")));
            assertThat(new FactChain(rewritten, head, facts.size()).isIntact()).isFalse();
        }
    }

    private void begin() {
        revisions.clear();
        revisions.add(calendar(1));
        now = Moments.kept(BEGIN.plusSeconds(random.nextInt(30 * 86_400)));
        facts = new ArrayList<>();
        ClockStart start = new ClockStart(anyLimit(), now, "any", null, NOTICES);
        keep(Step.started(ClockRecord.start("C-2026-000001", ClockId.RESOLUTION, start, now, revisions.get(0))));
    }

    private What somethingHappens() {
        BusinessCalendar own = own();
        return switch (random.nextInt(7)) {
            case 0 -> clock.isRunning() && !clock.counting().isPausedAt(now) ? pause(own) : null;
            case 1 ->
                clock.isRunning() && clock.counting().isPausedAt(now)
                        ? keep(Step.resumed(clock.resumed(own, now), now))
                        : null;
            case 2 -> clock.isRunning() ? keep(Step.stopped(clock.stop(own, now))) : null;
            case 3 -> clock.isRunning() ? null : reopen(own);
            case 4 -> changed(What.REASSESSED, clock.under(anyLimit(), NOTICES, own, now));
            case 5 -> {
                revisions.add(calendar(revisions.size() + 1));
                BusinessCalendar newest = revisions.get(revisions.size() - 1);
                yield changed(What.RECOUNTED, clock.under(clock.counting().limit(), NOTICES, newest, now));
            }
            default ->
                clock.isRunning() && random.nextInt(4) == 0
                        ? keep(Step.ruled(What.DECIDED, clock.decided(anyLimit(), own, now), "agreed"))
                        : null;
        };
    }

    private What pause(BusinessCalendar own) {
        Pause pause = new Pause(now, now.plusSeconds(1 + random.nextInt(500_000)), "waiting-for-customer");
        return keep(Step.paused(clock.paused(pause, own, now), pause));
    }

    private What reopen(BusinessCalendar own) {
        Pause gap = new Pause(clock.stoppedAt(), now, Pause.RESOLVED);
        return keep(Step.reopened(clock.reopened(Pause.RESOLVED, own, now), gap));
    }

    private What changed(What what, ClockRecord after) {
        return after == clock ? null : keep(Step.ruled(what, after, "because"));
    }

    private What keep(Step step) {
        String before = facts.isEmpty()
                ? ClockFact.NO_HASH
                : facts.get(facts.size() - 1).hash();
        facts.add(
                ClockFact.after(facts.size() + 1, before, ClockId.RESOLUTION, step.what(), now, "system", step.data()));
        clock = step.after();
        return step.what();
    }

    private void assertReplayed(String told) {
        Replay replayed = Replay.of(facts);
        BusinessCalendar by = revisions.get(replayed.counting().revision() - 1);
        assertThat(replayed.counting()).as(told).isEqualTo(clock.counting());
        assertThat(replayed.stoppedAt()).as(told).isEqualTo(clock.stoppedAt());
        assertThat(replayed.counting().due(by).getEpochSecond())
                .as(told)
                .isEqualTo(clock.dueAt().getEpochSecond());
    }

    private BusinessCalendar own() {
        return revisions.get(clock.counting().revision() - 1);
    }

    private Limit anyLimit() {
        ClockType type = random.nextBoolean() ? ClockType.BUSINESS : ClockType.ELAPSED;
        return Limit.of(LIMITS.get(random.nextInt(LIMITS.size())), type);
    }

    /** Open on some days of the week at some hours, and closed on some days of spring. */
    private BusinessCalendar calendar(int revision) {
        Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day == DayOfWeek.TUESDAY || random.nextInt(3) > 0) {
                week.put(
                        day,
                        random.nextBoolean()
                                ? List.of(OpeningHours.of("09:00-12:00"), OpeningHours.of("13:00-18:00"))
                                : List.of(OpeningHours.of("00:00-24:00")));
            }
        }
        Set<LocalDate> closed = Set.of(LocalDate.of(2026, 3, 20).plusDays(random.nextInt(60)));
        return new BusinessCalendar(
                "any", revision, List.of(new CalendarVersion(LocalDate.EPOCH, ZONE, week, closed, Map.of())));
    }
}
