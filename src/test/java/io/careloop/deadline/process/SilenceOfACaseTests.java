package io.careloop.deadline.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.careloop.cases.CaseMessage;
import io.careloop.cases.CaseMessage.Direction;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.cases.Conversation;
import io.careloop.deadline.ClockId;
import io.careloop.deadline.ClockProof;
import io.careloop.deadline.Clocks;
import io.careloop.deadline.DeadlineClock;
import io.careloop.deadline.DeadlineClock.State;
import io.careloop.deadline.DeadlineProofs;
import io.careloop.engine.MovableClock;
import io.careloop.notification.Notifications;
import io.careloop.resolution.ServiceRequests;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer who hears nothing, on the diagrams and the table that are shipped: eight opening hours are too long. */
@CareloopTest
class SilenceOfACaseTests {

    private static final String PARCEL = "My parcel has not arrived";

    /** Nine o'clock in Shanghai: eight hours later it is closing time, and Tuesday when somebody is there again. */
    private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");

    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

    @Autowired
    CaseWalk walk;

    @Autowired
    Clocks clocks;

    @Autowired
    DeadlineProofs proofs;

    @Autowired
    Conversation conversation;

    @Autowired
    Notifications notifications;

    @Autowired
    ServiceRequests requests;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void itIsMondayMorning() {
        clock.moveTo(MONDAY);
    }

    @Test
    void afterADayOfSilenceANoticeSaysStepTeamAndDateAndAfterAnotherTheOwnerWrites() {
        CaseReference reference = walk.triaged("silent@example.org", PARCEL);

        walk.runJob(reference, "Event_SilenceNoticeDue");

        assertThat(clock.instant()).isCloseTo(TUESDAY, within(1, ChronoUnit.MINUTES));
        CaseMessage notice = lastWord(reference);
        assertThat(notice.template()).isEqualTo("progress-notice");
        assertThat(notice.text())
                .contains("Step: analysis. We look into the problem.", "At work on it: Logistics", "Your contact: ")
                .contains("The time that we had in mind has passed");
        assertThat(walk.tasks(reference))
                .extracting(Task::getTaskDefinitionKey)
                .doesNotContain("Activity_WriteToCustomer");

        walk.runJob(reference, "Event_SilenceDeadline");

        assertThat(clock.instant()).isCloseTo(TUESDAY.plus(Duration.ofDays(1)), within(1, ChronoUnit.MINUTES));
        Task task = walk.task(reference, "Activity_WriteToCustomer");
        assertThat(task.getAssignee()).isEqualTo(walk.file(reference).owner());
        assertThat(walk.formOf(reference, "Activity_WriteToCustomer")
                        .get("toldLast")
                        .toString())
                .contains("You have not heard from us for a while");

        walk.submit(reference, "Activity_WriteToCustomer", Map.of("wordText", "Your parcel is on the train."));

        assertThat(lastWord(reference).text()).isEqualTo("Your parcel is on the train.");
        assertThat(silence(reference).state(clock.instant())).isEqualTo(State.RUNNING);
        assertThat(isProven(reference)).isTrue();
    }

    @Test
    void everyWordToTheCustomerStartsItAnewAndTheOneTimerThatFiresEarlyTellsNothing() {
        CaseReference reference = walk.triaged("word@example.org", PARCEL);
        Instant timer =
                walk.job(reference, "Event_SilenceNoticeDue").getDuedate().toInstant();
        clock.advance(Duration.ofHours(6));

        write(reference, "We are looking for it.");

        assertThat(silence(reference).startedAt())
                .isCloseTo(MONDAY.plus(Duration.ofHours(6)), within(1, ChronoUnit.MINUTES));
        assertThat(walk.job(reference, "Event_SilenceNoticeDue").getDuedate().toInstant())
                .as("moved by nobody")
                .isEqualTo(timer);
        walk.runJob(reference, "Event_SilenceNoticeDue");
        assertThat(lastWord(reference).text()).isEqualTo("We are looking for it.");
        assertThat(walk.job(reference, "Event_SilenceDeadline").getDuedate().toInstant())
                .isEqualTo(silence(reference).dueAt());
        assertThat(isProven(reference)).isTrue();
    }

    @Test
    void itDoesNotCountWhileTheCustomerHasAQuestionToAnswer() {
        CaseReference reference = walk.proposed("asked@example.org", PARCEL);
        clock.advance(Duration.ofDays(2));

        assertThat(silence(reference).state(clock.instant())).isEqualTo(State.PAUSED);
        walk.runJob(reference, "Event_SilenceNoticeDue");
        assertThat(lastWord(reference).template()).isEqualTo("solution-proposed");

        walk.answer(reference, true, null);

        assertThat(silence(reference).state(clock.instant())).isEqualTo(State.RUNNING);
        assertThat(walk.job(reference, "Event_SilenceDeadline").getDuedate().toInstant())
                .isEqualTo(silence(reference).dueAt());
        assertThat(isProven(reference)).isTrue();
    }

    @Test
    void aTaskToWriteEndsWhenTheCustomerHearsOtherwise() {
        CaseReference reference = ownerHasToWrite("otherwise@example.org");

        write(reference, "It arrives tomorrow.");

        assertThat(walk.tasks(reference))
                .extracting(Task::getTaskDefinitionKey)
                .doesNotContain("Activity_WriteToCustomer");
        assertThat(walk.job(reference, "Event_SilenceDeadline").getDuedate().toInstant())
                .isEqualTo(silence(reference).dueAt());
    }

    @Test
    void nothingIsWrittenOnceTheCaseIsResolvedAndAllIsWatchedAgainWhenItComesBack() {
        CaseReference reference = walk.resolved("resolved@example.org", PARCEL);
        int words = written(reference).size();
        assertThat(silence(reference).isRunning()).isFalse();

        walk.runJob(reference, "Event_SilenceNoticeDue");
        assertThat(written(reference)).hasSize(words);

        walk.call(reference, Map.of("outcomeText", "not-solved", "noteText", "It broke again"));

        assertThat(silence(reference).isRunning()).isTrue();
        walk.runJob(reference, "Event_SilenceDeadline");
        assertThat(lastWord(reference).template()).isEqualTo("progress-notice");
    }

    @Test
    void aClosedCaseThatComesBackIsWatchedToo() {
        CaseReference reference = walk.closed("back@example.org", PARCEL);

        requests.reopen(reference, "It broke again", Channel.API, "customer");

        walk.runJob(reference, "Event_SilenceNoticeDue");
        assertThat(lastWord(reference).template()).isEqualTo("progress-notice");
    }

    @Test
    void aWithdrawalEndsTheTaskToWriteToo() {
        CaseReference reference = ownerHasToWrite("withdrawn@example.org");

        walk.withdraw(reference);

        assertThat(walk.tasks(reference)).isEmpty();
        assertThat(silence(reference).isRunning()).isFalse();
    }

    private CaseReference ownerHasToWrite(String contact) {
        CaseReference reference = walk.triaged(contact, PARCEL);
        walk.runJob(reference, "Event_SilenceNoticeDue");
        walk.runJob(reference, "Event_SilenceDeadline");
        walk.task(reference, "Activity_WriteToCustomer");
        return reference;
    }

    private void write(CaseReference reference, String text) {
        assertThat(notifications.fromStaff(reference, "agent", "", text, "test/" + reference + "/" + clock.instant()))
                .isEmpty();
    }

    private DeadlineClock silence(CaseReference reference) {
        return clocks.find(reference, ClockId.SILENCE).orElseThrow();
    }

    private boolean isProven(CaseReference reference) {
        ClockProof proof = proofs.of(reference).clocks().stream()
                .filter(each -> each.clock().id().equals(ClockId.SILENCE))
                .findFirst()
                .orElseThrow();
        return proofs.of(reference).isProven(proof);
    }

    private CaseMessage lastWord(CaseReference reference) {
        List<CaseMessage> written = written(reference);
        return written.get(written.size() - 1);
    }

    private List<CaseMessage> written(CaseReference reference) {
        return conversation.of(reference).stream()
                .filter(message -> message.direction() == Direction.OUT)
                .toList();
    }
}
