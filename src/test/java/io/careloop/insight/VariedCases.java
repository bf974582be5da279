package io.careloop.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.collaboration.Departments;
import io.careloop.collaboration.Question;
import io.careloop.deadline.Promises;
import io.careloop.engine.MovableClock;
import io.careloop.escalation.EscalationReason;
import io.careloop.escalation.Escalations;
import io.careloop.followup.Feedback;
import io.careloop.identity.Groups;
import io.careloop.support.CaseWalk;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.ApplicationContext;

/** Cases of a category of their own that went in as many ways as managers ask about. Made once for all tests. */
final class VariedCases {

    private static final String PARCEL = "My parcel is lost";

    private static VariedCases made;

    final String category = "varied-" + System.nanoTime();

    /** Nobody else writes from this address. */
    final String email = category + "@example.org";

    private final ApplicationContext application;
    private final CaseWalk walk;
    private final MovableClock clock;
    private final List<CaseReference> all = new ArrayList<>();
    private CaseReference restricted;
    private Instant end;

    private VariedCases(ApplicationContext application) {
        this.application = application;
        walk = bean(CaseWalk.class);
        clock = bean(MovableClock.class);
    }

    /** Leaves the clock at their end. */
    static synchronized VariedCases in(ApplicationContext application) {
        if (made == null || made.application != application) {
            VariedCases varied = new VariedCases(application);
            varied.make();
            made = varied;
        }
        made.clock.moveTo(made.end);
        return made;
    }

    CaseReference some() {
        return all.get(0);
    }

    CaseReference restricted() {
        return restricted;
    }

    private void make() {
        happyAndBackWithTheSameThing();
        lateAndReopened();
        handedOver();
        escalated();
        madeGood();
        promised();
        departmentAsked();
        restricted = add(walk.analysed("restricted-" + email, PARCEL));
        bean(CaseFiles.class).restrict(restricted, Groups.COMPLAINTS, "press", "agent");
        clock.advance(Duration.ofDays(4));
        all.forEach(reference -> bean(CaseFiles.class).classify(reference, "agent", category, "normal", "logistics"));
        clock.advance(Duration.ofMinutes(7));
        bean(Projection.class).catchUp();
        end = clock.instant();
    }

    private void happyAndBackWithTheSameThing() {
        CaseReference first = add(walk.closed(email, PARCEL));
        bean(Feedback.class).give(first, "convenient", 9, "very quick");
        clock.advance(Duration.ofDays(2));
        add(walk.triaged(email, PARCEL));
    }

    private void lateAndReopened() {
        CaseReference reference = add(walk.triaged("late-" + email, PARCEL));
        clock.advance(Duration.ofDays(6));
        bean(TaskService.class)
                .claim(walk.task(reference, "Activity_AnalyseRequest").getId(), "agent");
        clock.advance(Duration.ofHours(2));
        walk.submit(
                reference,
                "Activity_AnalyseRequest",
                Map.of("problemText", "The parcel is lost", "problemClear", "yes"));
        solve(reference);
        walk.call(reference, Map.of("outcomeText", "not-solved", "noteText", "It broke again"));
        solve(reference);
        walk.call(reference, Map.of("outcomeText", "solved", "noteText", "fine now", "wordText", "tedious"));
    }

    private void handedOver() {
        CaseReference reference = add(walk.analysed("handed-" + email, PARCEL));
        bean(CaseFiles.class).handOver(reference, "manager", "expert", "knows parcels");
        clock.advance(Duration.ofHours(3));
        solve(reference);
        walk.call(reference, Map.of("outcomeText", "solved", "noteText", "fine", "wordText", "caring"));
    }

    private void escalated() {
        CaseReference reference = add(walk.proposed("climbs-" + email, PARCEL));
        bean(Escalations.class).escalate(reference, EscalationReason.DEMAND, "customer", "Nobody calls back");
        clock.advance(Duration.ofHours(1));
        walk.withdraw(reference);
    }

    private void madeGood() {
        CaseReference reference = add(walk.closed("bad-" + email, PARCEL));
        bean(Feedback.class).give(reference, "disappointed", 2, "two weeks late");
    }

    private void promised() {
        CaseReference reference = add(walk.analysed("promise-" + email, PARCEL));
        Promises promises = bean(Promises.class);
        LocalDate day = LocalDate.ofInstant(clock.instant(), clock.getZone()).plusDays(5);
        for (String words : List.of("We call you", "We write to you", "We come to you")) {
            assertThat(promises.make(reference, words, day, "agent")).isInstanceOf(Promises.Outcome.Made.class);
        }
        promises.keep(reference, 1, "agent");
        promises.breach(reference, 2);
        promises.keep(reference, 2, "agent");
        promises.breach(reference, 3);
        walk.withdraw(reference);
    }

    private void departmentAsked() {
        CaseReference reference = add(walk.triaged("asks-" + email, PARCEL));
        bean(Departments.class).ask(reference, List.of(new Question("technology", "What broke?")), false, "agent");
        clock.advance(Duration.ofHours(2));
        String task = walk.task(reference, "Activity_AnswerQuestion").getId();
        IdentityService identity = bean(IdentityService.class);
        identity.setAuthentication("technician", List.of("technology"));
        bean(TaskService.class).claim(task, "technician");
        bean(FormService.class).submitTaskForm(task, Map.of("replyText", "handed-back", "wordsText", "Not ours"));
        identity.clearAuthentication();
        walk.withdraw(reference);
    }

    /** From a clear problem on, until it waits for the call. */
    private void solve(CaseReference reference) {
        walk.propose(reference, "We send a new one by courier");
        walk.answer(reference, true, null);
        walk.implement(reference);
        walk.answer(reference, true, null);
    }

    private CaseReference add(CaseReference reference) {
        all.add(reference);
        return reference;
    }

    private <T> T bean(Class<T> type) {
        return application.getBean(type);
    }
}
