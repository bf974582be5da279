package io.careloop.modeling.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.cases.CaseReference;
import io.careloop.deadline.CalendarReading;
import io.careloop.engine.ModelFile;
import io.careloop.engine.MovableClock;
import io.careloop.insight.InsightTables;
import io.careloop.modeling.replay.Replay.Count;
import io.careloop.modeling.replay.Replay.Kind;
import io.careloop.modeling.replay.Replay.Row;
import io.careloop.modeling.replay.Replay.State;
import io.careloop.modeling.replay.ReplayJob.Period;
import io.careloop.modeling.replay.Replays.Started;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases of days that no other test lives in; what comes of them was worked out by hand. Times are those of Shanghai. */
@CareloopTest
class ReplaysTests {

    private static final Instant MONDAY_1130 = Instant.parse("2029-05-14T03:30:00Z");
    private static final Instant WEDNESDAY_1130 = Instant.parse("2029-05-16T03:30:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    private Replays replays;

    @Autowired
    private ReplayRunner runner;

    @Autowired
    private ReplayStore store;

    @Autowired
    private CaseWalk walk;

    @Autowired
    private MovableClock clock;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void aChangedTableIsAskedWhatWasAskedBefore() throws Exception {
        clock.moveTo(MONDAY_1130);
        CaseReference lost = walk.triaged("replay.lost@example.org", "My parcel is lost");
        CaseReference invoice = walk.triaged("replay.invoice@example.org", "The invoice is wrong");
        CaseReference both = walk.triaged("replay.both@example.org", "My parcel came with a wrong invoice");
        InsightTables.catchUp(application);

        // without "parcel" nothing says where the first belongs, and the third is about money
        Replay words = tried(file("processes/triage/triage-classification.dmn", "\"parcel\", ", ""), MONDAY_1130);
        assertThat(words.counts())
                .containsEntry(Outcome.SAME, 1L)
                .containsEntry(Outcome.CHANGED, 2L)
                .containsEntry(Outcome.UNKNOWN, 0L);
        assertThat(replays.countsOf(words.id()))
                .containsExactly(
                        new Count("category", "delivery", "", 1), new Count("category", "delivery", "billing", 1));
        assertThat(rows(words))
                .extracting(Row::reference, Row::before, Row::after)
                .containsExactly(tuple(lost.value(), "delivery", ""), tuple(both.value(), "delivery", "billing"));

        // the recorded inputs of the next table are those of then
        Replay routing =
                tried(file("processes/triage/triage-routing.dmn", "\"logistics\"", "\"quality\""), MONDAY_1130);
        assertThat(replays.countsOf(routing.id())).containsExactly(new Count("team", "logistics", "quality", 2));
        assertThat(rows(routing)).extracting(Row::reference).containsExactly(lost.value(), both.value());
        assertThat(routing.done()).isEqualTo(routing.total()).isEqualTo(3);

        // and what nobody recorded is said to be unknown
        Replay channel = tried(
                file("processes/triage/triage-routing.dmn", "<text>priority</text>", "<text>channel</text>"),
                MONDAY_1130);
        assertThat(channel.count(Outcome.UNKNOWN)).isEqualTo(3);
        assertThat(rows(channel)).extracting(Row::reference).contains(invoice.value());
        assertThat(rows(channel)).extracting(Row::after).containsOnly("not-recorded channel");
    }

    @Test
    void changedHoursAndLimitsSayWhoWouldHaveBeenLate() throws Exception {
        // two hours from 11:30 on: half an hour until noon, the rest from 13:00, so 14:30
        clock.moveTo(WEDNESDAY_1130);
        CaseReference reference = walk.triaged("replay.late@example.org", "My parcel is lost");
        clock.moveTo(Instant.parse("2029-05-16T06:00:00Z"));
        walk.submit(
                reference,
                "Activity_AnalyseRequest",
                Map.of("problemText", "The parcel is lost", "problemClear", "yes"));
        walk.propose(reference, "We send a new one by courier");
        InsightTables.catchUp(application);

        // without a break at noon it was due at 13:30, and the answer came at 14:00
        String hours = Files.readString(Path.of("processes/deadline/calendars/cn.json"))
                .replace("\"09:00-12:00\", \"13:00-18:00\"", "\"09:00-18:00\"");
        Replay calendar = ended(replays.tryCalendar(
                "cn",
                CalendarReading.of(new ObjectMapper().readTree(hours)).draft().orElseThrow(),
                new ModelFile("cn.json", hours.getBytes(StandardCharsets.UTF_8)),
                WEDNESDAY_1130.minus(HOUR),
                WEDNESDAY_1130.plus(HOUR),
                "owner"));
        assertThat(replays.countsOf(calendar.id())).containsExactly(new Count("firstResponse", "in-time", "late", 1));
        assertThat(rows(calendar)).singleElement().satisfies(row -> {
            assertThat(row.reference()).isEqualTo(reference.value());
            assertThat(Instant.parse(row.before())).isBetween(at("06:29:59"), at("06:30:59"));
            assertThat(Instant.parse(row.after())).isBetween(at("05:29:59"), at("05:30:59"));
        });

        // an hour instead of two: 13:30 as well
        Replay limits = ended(replays.tryLimits(
                file("processes/deadline/deadline-service-level.dmn", "\"PT2H\"", "\"PT1H\""),
                WEDNESDAY_1130.minus(HOUR),
                WEDNESDAY_1130.plus(HOUR),
                "owner"));
        assertThat(replays.countsOf(limits.id())).containsExactly(new Count("firstResponse", "in-time", "late", 1));
        assertThat(rows(limits))
                .singleElement()
                .satisfies(row -> assertThat(Instant.parse(row.after())).isBetween(at("05:29:59"), at("05:30:59")));
        assertThat(limits.count(Outcome.UNKNOWN)).isZero();

        // a quarter less: due at 14:15, and still in time
        Replay closer = ended(replays.tryLimits(
                file("processes/deadline/deadline-service-level.dmn", "\"PT2H\"", "\"PT1H45M\""),
                WEDNESDAY_1130.minus(HOUR),
                WEDNESDAY_1130.plus(HOUR),
                "owner"));
        assertThat(closer.count(Outcome.MOVED)).isEqualTo(1);
        assertThat(closer.count(Outcome.CHANGED)).isZero();
    }

    @Test
    void aRunEndsWhenSomebodyCancelsItAndKeepsWhatCameOfIt() {
        long id = added();
        runner.add(id, new EndlessJob());
        Awaitility.await().until(() -> replays.find(id).orElseThrow().done() > 100);

        replays.cancel(id);

        Replay ended = ended(new Started(id, null));
        assertThat(ended.state()).isEqualTo(State.CANCELLED);
        assertThat(ended.endedAt()).isNotNull();
        assertThat(replays.rowsOf(id, Outcome.FAILED, 1, 50)).hasSize(50);
    }

    @Test
    void aRunThatBreaksOffSaysSo() {
        long id = added();
        runner.add(id, new ReplayJob() {
            @Override
            public long total() {
                return 1;
            }

            @Override
            public void run(Consumer<List<Line>> take) {
                throw new IllegalStateException("out of luck");
            }
        });

        assertThat(ended(new Started(id, null)).state()).isEqualTo(State.FAILED);
    }

    @Test
    void aRunOfWhichNothingIsHeardAnyLongerIsInterrupted() {
        long id = added();
        assertThat(replays.find(id).orElseThrow().state()).isEqualTo(State.WAITING);

        jdbc.sql("update modeling_replay set alive_at = clock_timestamp() - interval '3 minutes' where id = ?")
                .param(id)
                .update();

        assertThat(replays.find(id).orElseThrow().state()).isEqualTo(State.INTERRUPTED);
        jdbc.sql("delete from modeling_replay where id = ?").param(id).update();
    }

    @Test
    void onlyTheNewestRunsAreKept() {
        List<Long> ids = IntStream.range(0, 4)
                .mapToObj(any -> {
                    long id = added();
                    store.end(id, State.DONE, List.of(), clock.instant());
                    return id;
                })
                .toList();

        store.keep(2);

        assertThat(ids.stream().map(id -> replays.find(id).isPresent())).containsExactly(false, false, true, true);
    }

    private Replay tried(ModelFile file, Instant day) throws Exception {
        return ended(replays.tryTable(file, day.minus(HOUR), day.plus(HOUR), "owner"));
    }

    private Replay ended(Started started) {
        assertThat(started.refusal()).isNull();
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> replays.find(started.id()).orElseThrow(), replay -> !replay.isGoingOn());
    }

    private List<Row> rows(Replay replay) {
        return replays.rowsOf(replay.id(), null, 0, 100);
    }

    private long added() {
        Period period = new Period(MONDAY_1130, MONDAY_1130.plus(HOUR));
        return store.add(Kind.TABLE, "none", "none.dmn", "0", period, "owner", clock.instant());
    }

    private static Instant at(String time) {
        return Instant.parse("2029-05-16T" + time + "Z");
    }

    private static ModelFile file(String path, String part, String other) throws Exception {
        String changed = Files.readString(Path.of(path)).replace(part, other);
        return new ModelFile(path.substring(path.lastIndexOf('/') + 1), changed.getBytes(StandardCharsets.UTF_8));
    }

    /** Has something to say until it is told to stop. */
    private static class EndlessJob implements ReplayJob {

        @Override
        public long total() {
            return Long.MAX_VALUE;
        }

        @Override
        public void run(Consumer<List<Line>> take) {
            Line line = new Line(
                    Outcome.FAILED, "C-2029-000001", MONDAY_1130, "none", "", "no-answer", null, null, List.of());
            while (true) {
                take.accept(List.of(line, line));
            }
        }
    }
}
