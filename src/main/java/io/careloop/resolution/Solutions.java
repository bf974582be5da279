package io.careloop.resolution;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.deadline.Promises;
import io.careloop.deadline.WorkingTime;
import io.careloop.identity.Staff;
import io.careloop.notification.OutboundWords;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * From the proposal to the solution in place. A refusal is returned as the code of its sentence, {@code refusal.<code>};
 * nothing is kept then.
 */
@Service
public class Solutions {

    private final CaseFiles cases;
    private final Routes routes;
    private final Timeline timeline;
    private final Questions questions;
    private final Implementations implementations;
    private final OutboundWords outbound;
    private final Promises promises;
    private final Staff staff;
    private final WorkingTime workingTime;
    private final ResolutionProperties properties;
    private final Clock clock;

    Solutions(
            CaseFiles cases,
            Routes routes,
            Timeline timeline,
            Questions questions,
            Implementations implementations,
            OutboundWords outbound,
            Promises promises,
            Staff staff,
            WorkingTime workingTime,
            ResolutionProperties properties,
            Clock clock) {
        this.cases = cases;
        this.routes = routes;
        this.timeline = timeline;
        this.questions = questions;
        this.implementations = implementations;
        this.outbound = outbound;
        this.promises = promises;
        this.staff = staff;
        this.workingTime = workingTime;
        this.properties = properties;
        this.clock = clock;
    }

    /** One recommended solution; it counts as first response. Another route than the fastest is on file with its reason. */
    @Transactional
    public Optional<String> propose(CaseReference reference, Proposal proposal, String actor) {
        Optional<String> refusal = refusalOf(reference, proposal);
        if (refusal.isPresent()) {
            return refusal;
        }
        if (proposal.byAnotherRoute()) {
            noteRoute(reference, proposal.routeReason(), actor);
        }
        questions.ask(reference, OpenQuestion.Kind.SOLUTION, proposal.solution(), proposal.finishDate(), actor);
        cases.firstResponseGiven(reference);
        return Optional.empty();
    }

    private Optional<String> refusalOf(CaseReference reference, Proposal proposal) {
        if (proposal.solution() == null) {
            return Optional.of("solution-needed");
        }
        if (isUnusable(proposal.finishDate())) {
            return Optional.of("finish-date-needed");
        }
        if (proposal.byAnotherRoute() && proposal.routeReason() == null) {
            return Optional.of("route-reason-needed");
        }
        return outbound.refusalOf(reference, proposal.solution());
    }

    private void noteRoute(CaseReference reference, String reason, String actor) {
        String recommended =
                routes.of(reference).stream().findFirst().map(Route::name).orElse("");
        timeline.note(reference, Kind.OTHER_ROUTE_TAKEN, actor, recommended + ": " + reason);
    }

    /** @param implementer user id of a member of the case's team, or null for whoever of the team takes it */
    @Transactional
    public Plan plan(
            CaseReference reference,
            String action,
            String implementer,
            LocalDate finishDate,
            boolean resourcesReady,
            String actor) {
        if (action == null) {
            return new Plan.Refused("action-needed");
        }
        if (isUnusable(finishDate)) {
            return new Plan.Refused("finish-date-needed");
        }
        if (implementer != null
                && !staff.groupsOf(implementer).contains(cases.get(reference).team())) {
            return new Plan.Refused("implementer-unknown");
        }
        if (!resourcesReady) {
            return new Plan.Refused("resources-needed");
        }
        Instant dueAt = finishDate
                .atTime(properties.dayEnds())
                .atZone(workingTime.zone())
                .toInstant();
        implementations.plan(reference, action, implementer, dueAt, actor);
        return new Plan.Made(implementer, dueAt);
    }

    /** The solution is in place; the customer is asked next whether it helped. */
    @Transactional
    public Optional<String> implemented(CaseReference reference, String done, String causeCode, String actor) {
        if (done == null) {
            return Optional.of("done-needed");
        }
        if (causeCode == null) {
            return Optional.of("cause-needed");
        }
        Optional<String> refusal = outbound.refusalOf(reference, done);
        if (refusal.isPresent()) {
            return refusal;
        }
        cases.implemented(reference, actor, causeCode, done);
        promises.keepThoseOfSolutions(reference, actor);
        questions.ask(reference, OpenQuestion.Kind.EFFECT, done, null, actor);
        return Optional.empty();
    }

    private boolean isUnusable(LocalDate date) {
        return date == null || date.isBefore(LocalDate.now(clock.withZone(workingTime.zone())));
    }

    /**
     * What the customer is to be offered.
     *
     * @param finishDate     the day by which it is in place
     * @param byAnotherRoute whether it is not the recommended, fastest route
     * @param routeReason    why not, if so
     */
    public record Proposal(String solution, LocalDate finishDate, boolean byAnotherRoute, String routeReason) {}

    /** What became of a plan. */
    public sealed interface Plan {

        record Made(String implementer, Instant dueAt) implements Plan {}

        record Refused(String code) implements Plan {}
    }
}
