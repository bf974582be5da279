package io.careloop.deadline.web;

import io.careloop.cases.Reader;
import io.careloop.deadline.DeadlineProofs;
import io.careloop.deadline.policy.PolicyPacks;
import io.careloop.deadline.web.ClockActions.Target;
import io.careloop.deadline.web.DeadlinesView.ClockView;
import io.careloop.engine.Problems;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pauses and resumes a clock of a case, and acknowledges what was told of it. Answers with the clock as it stands then. */
@RestController
@RequestMapping("/api/cases/{reference}/deadlines/{clock}")
class ClockActionsApi {

    private final ClockActions actions;
    private final DeadlineProofs proofs;
    private final PolicyPacks packs;
    private final Problems problems;
    private final Clock time;

    ClockActionsApi(ClockActions actions, DeadlineProofs proofs, PolicyPacks packs, Problems problems, Clock time) {
        this.actions = actions;
        this.proofs = proofs;
        this.packs = packs;
        this.problems = problems;
        this.time = time;
    }

    /** 422 with the reason if it may not be paused, or not for so long. */
    @PostMapping("/pause")
    ResponseEntity<?> pause(
            @PathVariable String reference, @PathVariable String clock, @RequestBody Asked body, Reader reader) {
        Target target = actions.target(reference, clock, reader);
        Optional<String> refusal = actions.pause(target, body.reason(), body.until(), body.note(), reader);
        return refusal.isPresent()
                ? ResponseEntity.unprocessableEntity()
                        .body(problems.because(
                                HttpStatus.UNPROCESSABLE_ENTITY, "deadline.pause-refused." + refusal.get()))
                : ResponseEntity.ok(view(target));
    }

    /** Changes nothing if it is not paused. */
    @PostMapping("/resume")
    ClockView resume(@PathVariable String reference, @PathVariable String clock, Reader reader) {
        Target target = actions.target(reference, clock, reader);
        actions.resume(target, reader);
        return view(target);
    }

    /** Whoever says so knows of the last notice, which is not repeated. */
    @PostMapping("/acknowledgement")
    ClockView acknowledge(@PathVariable String reference, @PathVariable String clock, Reader reader) {
        Target target = actions.target(reference, clock, reader);
        actions.acknowledge(target, reader);
        return view(target);
    }

    private ClockView view(Target target) {
        return DeadlinesView.of(
                        target.reference(), packs.of(target.reference()), proofs.of(target.reference()), time.instant())
                .clocks()
                .stream()
                .filter(view -> view.clock().equals(target.clock().toString()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * @param until when it ends by itself; absent for as late as the reason allows
     * @param note  for the colleagues, may be absent
     */
    record Asked(String reason, Instant until, String note) {}
}
