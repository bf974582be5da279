package io.careloop.deadline.web;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseRights;
import io.careloop.cases.Reader;
import io.careloop.deadline.ClockKind;
import io.careloop.deadline.ClockProof;
import io.careloop.deadline.DeadlineProofs;
import io.careloop.deadline.Interval;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The clocks of a case with the proof of each due date. Times are UTC. */
@RestController
@RequestMapping("/api/cases/{reference}/deadlines")
class DeadlineController {

    private final CaseRights rights;
    private final DeadlineProofs proofs;
    private final Clock time;

    DeadlineController(CaseRights rights, DeadlineProofs proofs, Clock time) {
        this.rights = rights;
        this.proofs = proofs;
        this.time = time;
    }

    /** Each clock, and the stretches of time that it counts up to its due date; 404 if the caller may see no such case. */
    @GetMapping
    DeadlinesView show(@PathVariable String reference, Reader reader) {
        if (CaseReference.parse(reference).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "This is not a case reference.");
        }
        CaseFile file = rights.visible(reference, reader);
        List<ClockProof> clocks = proofs.of(file.reference());
        return new DeadlinesView(
                file.reference().value(), view(clocks, ClockKind.FIRST_RESPONSE), view(clocks, ClockKind.RESOLUTION));
    }

    private ClockView view(List<ClockProof> clocks, ClockKind kind) {
        return clocks.stream()
                .filter(proof -> proof.clock().kind() == kind)
                .findFirst()
                .map(proof -> ClockView.of(proof, time.instant()))
                .orElse(null);
    }

    record DeadlinesView(String reference, ClockView firstResponse, ClockView resolution) {}

    /**
     * @param limit          ISO 8601: {@code PT2H}, or {@code P2D} for business days
     * @param clockType      {@code business} or {@code elapsed}
     * @param state          {@code running}, {@code met}, {@code late} (done after it was due) or {@code missed} (not done)
     * @param countedSeconds length of all that is counted from start to due
     */
    record ClockView(
            String kind,
            String limit,
            String clockType,
            String calendar,
            String zone,
            Instant startedAt,
            Instant dueAt,
            String state,
            Instant stoppedAt,
            long countedSeconds,
            List<Interval> counted) {

        static ClockView of(ClockProof proof, Instant now) {
            return new ClockView(
                    proof.clock().kind() == ClockKind.FIRST_RESPONSE ? "firstResponse" : "resolution",
                    proof.clock().limit().toString(),
                    word(proof.clock().clockType()),
                    proof.calendar(),
                    proof.zone().getId(),
                    proof.clock().startedAt(),
                    proof.clock().dueAt(),
                    word(proof.clock().state(now)),
                    proof.clock().stoppedAt(),
                    proof.countedTime().toSeconds(),
                    proof.counted());
        }

        private static String word(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
    }
}
