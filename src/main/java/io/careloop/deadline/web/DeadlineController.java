package io.careloop.deadline.web;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseRights;
import io.careloop.cases.Reader;
import io.careloop.deadline.DeadlineProofs;
import io.careloop.deadline.policy.PolicyPacks;
import java.time.Clock;
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
    private final PolicyPacks packs;
    private final Clock time;

    DeadlineController(CaseRights rights, DeadlineProofs proofs, PolicyPacks packs, Clock time) {
        this.rights = rights;
        this.proofs = proofs;
        this.packs = packs;
        this.time = time;
    }

    /** Each clock, with what its due date follows from and what proves that; 404 if the caller may see no such case. */
    @GetMapping
    DeadlinesView show(@PathVariable String reference, Reader reader) {
        if (CaseReference.parse(reference).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "This is not a case reference.");
        }
        CaseFile file = rights.visible(reference, reader);
        return DeadlinesView.of(
                file.reference(), packs.of(file.reference()), proofs.of(file.reference()), time.instant());
    }
}
