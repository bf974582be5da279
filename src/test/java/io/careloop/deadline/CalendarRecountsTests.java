package io.careloop.deadline;

import static io.careloop.deadline.TestCalendars.hours;
import static io.careloop.deadline.TestCalendars.week;
import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.cases.ContactDetails;
import io.careloop.cases.NewCase;
import io.careloop.cases.Urgency;
import io.careloop.deadline.DeadlineClock.ClockType;
import io.careloop.engine.MovableClock;
import io.careloop.support.CareloopTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A calendar is changed on Monday while clocks run by it, two business days long, due on Wednesday at ten. */
@CareloopTest
class CalendarRecountsTests {

    private static final ClockId PROMISE = ClockId.of(ClockKind.PROMISE, 1);
    private static final Instant MONDAY = at("2026-11-23T10:00");
    private static final Instant DUE = at("2026-11-25T10:00");
    private static final LocalDate TUESDAY = LocalDate.parse("2026-11-24");

    @Autowired
    CalendarBook book;

    @Autowired
    CalendarRecounts recounts;

    @Autowired
    Clocks clocks;

    @Autowired
    DeadlineProofs proofs;

    @Autowired
    CaseFiles cases;

    @Autowired
    MovableClock time;

    @Autowired
    JdbcClient jdbc;

    private final String name = "recount-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void aCalendar() {
        time.moveTo(MONDAY);
        change(Set.of(), false, "Opened");
    }

    @Test
    void aClockThatIsDueEarlierByTheChangedCalendarMovesAndSaysWhy() {
        CaseReference reference = running("P2D");
        change(Set.of(TUESDAY), true, "A holiday");
        recount();
        assertThat(dueOf(reference)).isEqualTo(at("2026-11-26T10:00"));

        change(Set.of(), false, "No holiday after all");
        recount();

        assertThat(dueOf(reference)).isEqualTo(DUE);
        assertThat(factsOf(reference)).containsExactly("started", "recounted", "recounted");
        assertThat(lastFactOf(reference)).contains("No holiday after all", "\"revision\":\"3\"");
        assertThat(progress())
                .returns(1, RecountProgress::total)
                .returns(1, RecountProgress::done)
                .returns(1, RecountProgress::earlier)
                .returns(true, RecountProgress::isFinished);
    }

    @Test
    void aClockThatWouldBeDueLaterStaysAsItWasPromisedAndThatIsOnRecord() {
        CaseReference reference = running("P2D");

        change(Set.of(TUESDAY), false, "A holiday");
        recount();

        assertThat(dueOf(reference)).isEqualTo(DUE);
        assertThat(factsOf(reference)).containsExactly("started", "kept");
        assertThat(lastFactOf(reference)).contains("\"refused\":\"2026-11-26T02:00:00");
        assertThat(progress()).returns(1, RecountProgress::kept).returns(0, RecountProgress::later);
        CaseProof proof = proofs.of(reference);
        assertThat(proof.clocks()).allMatch(proof::isProven);
    }

    @Test
    void aClockMovesToLaterWhereSomebodyDecidedSoWithTheReason() {
        CaseReference reference = running("P2D");

        change(Set.of(TUESDAY), true, "The whole office is flooded");
        recount();

        assertThat(dueOf(reference)).isEqualTo(at("2026-11-26T10:00"));
        assertThat(lastFactOf(reference)).contains("The whole office is flooded");
        CaseProof proof = proofs.of(reference);
        assertThat(proof.clocks()).allMatch(proof::isProven);
    }

    @Test
    void everyChangeIsJudgedByItselfWhenSeveralCameBetweenTwoLooks() {
        CaseReference reference = running("P2D");

        change(Set.of(TUESDAY), true, "Flooded");
        change(Set.of(TUESDAY, LocalDate.parse("2026-11-25")), false, "Mourning");
        recount();

        assertThat(dueOf(reference)).isEqualTo(at("2026-11-26T10:00"));
        assertThat(lastFactOf(reference)).contains("Flooded", "\"revision\":\"2\"");
        assertThat(progress()).returns(1, RecountProgress::later);
    }

    @Test
    void aClockThatTheChangeDoesNotConcernIsLeftAlone() {
        CaseReference elapsed = running(Limit.of("PT24H", ClockType.ELAPSED));
        CaseReference soon = running("PT1H");

        change(Set.of(TUESDAY), true, "A holiday");
        recount();

        assertThat(factsOf(elapsed)).containsExactly("started");
        assertThat(factsOf(soon)).containsExactly("started");
        assertThat(progress()).returns(2, RecountProgress::done).returns(0, RecountProgress::later);
    }

    @Test
    void aStoppedClockIsReachedOnceItRunsAgain() {
        CaseReference reference = running("P2D");
        clocks.stop(reference, PROMISE);
        change(Set.of(TUESDAY), true, "A holiday");
        recount();
        assertThat(dueOf(reference)).isEqualTo(DUE);

        clocks.reopen(reference, PROMISE, "not done");
        recount();

        // the moments in which it stood still come on top
        assertThat(dueOf(reference)).isBetween(at("2026-11-26T10:00"), at("2026-11-26T10:01"));
    }

    @Test
    void lookingTwiceChangesNothing() {
        CaseReference reference = running("P2D");
        change(Set.of(TUESDAY), true, "A holiday");

        recount();
        recount();

        assertThat(factsOf(reference)).containsExactly("started", "recounted");
        assertThat(progress()).returns(1, RecountProgress::done);
    }

    @Test
    void aCaseThatFailsHoldsUpNoOther() {
        CaseReference broken = running("P2D");
        List<CaseReference> sound =
                Stream.generate(() -> running("P2D")).limit(3).toList();
        jdbc.sql("update deadline_clock set time_limit = 'nonsense' where reference = ? and clock = 'promise.1'")
                .param(broken.value())
                .update();
        change(Set.of(TUESDAY), true, "A holiday");

        recount();

        assertThat(sound).allSatisfy(reference -> assertThat(dueOf(reference)).isEqualTo(at("2026-11-26T10:00")));
        assertThat(progress()).returns(3, RecountProgress::done).returns(false, RecountProgress::isFinished);

        jdbc.sql("update deadline_clock set time_limit = 'P2D' where reference = ? and clock = 'promise.1'")
                .param(broken.value())
                .update();
        recount();

        assertThat(dueOf(broken)).isEqualTo(at("2026-11-26T10:00"));
        assertThat(progress()).returns(4, RecountProgress::done).returns(true, RecountProgress::isFinished);
    }

    @Test
    void theWorkIsSharedFromBothEnds() {
        List<CaseReference> all = Stream.generate(() -> running("P2D")).limit(5).toList();
        change(Set.of(TUESDAY), true, "A holiday");

        recounts.run(true);

        assertThat(all).allSatisfy(reference -> assertThat(factsOf(reference)).containsExactly("started", "recounted"));
    }

    private void recount() {
        recounts.run(false);
    }

    private RecountProgress progress() {
        int revision = book.find(name).orElseThrow().calendar().revision();
        return recounts.progressOf(name, revision).orElseThrow();
    }

    private void change(Set<LocalDate> holidays, boolean allowLater, String reason) {
        CalendarVersion version = new CalendarVersion(
                LocalDate.parse("2026-01-01"),
                TestCalendars.SHANGHAI,
                week("09:00-12:00", "13:00-18:00"),
                holidays,
                Map.of(LocalDate.parse("2026-12-05"), hours("09:00-12:00")));
        book.change(name, new CalendarDraft(version, reason, allowLater), "manager");
    }

    private CaseReference running(String limit) {
        return running(Limit.of(limit, ClockType.BUSINESS));
    }

    private CaseReference running(Limit limit) {
        CaseReference reference = cases.register(new NewCase(
                        Channel.API,
                        new ContactDetails("Bo", "bo@example.org", null, Locale.ENGLISH),
                        null,
                        "It is broken",
                        Urgency.NORMAL,
                        null,
                        null,
                        null,
                        "agent",
                        null))
                .reference();
        clocks.start(reference, PROMISE, new ClockStart(limit, MONDAY, name, null, List.of(Threshold.once(75))));
        return reference;
    }

    private Instant dueOf(CaseReference reference) {
        return clocks.find(reference, PROMISE).orElseThrow().dueAt();
    }

    private List<String> factsOf(CaseReference reference) {
        return facts(reference).map(ClockFact::what).toList();
    }

    private String lastFactOf(CaseReference reference) {
        return facts(reference)
                .map(ClockFact::data)
                .collect(Collectors.toList())
                .get(factsOf(reference).size() - 1);
    }

    private Stream<ClockFact> facts(CaseReference reference) {
        return proofs.of(reference).chain().facts().stream()
                .filter(fact -> fact.clock().equals(PROMISE.toString()));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(TestCalendars.SHANGHAI).toInstant();
    }
}
