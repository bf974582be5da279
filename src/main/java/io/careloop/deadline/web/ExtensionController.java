package io.careloop.deadline.web;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseRights;
import io.careloop.cases.Reader;
import io.careloop.deadline.ClockId;
import io.careloop.deadline.Extensions;
import io.careloop.deadline.Extensions.Outcome;
import io.careloop.engine.Attempts;
import io.careloop.engine.ProblemException;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Extends a deadline as far as the rules of the case allow whoever asks. */
@RestController
@RequestMapping("/api/cases/{reference}/deadlines/{clock}/extension")
class ExtensionController {

    private final CaseRights rights;
    private final Extensions extensions;
    private final Attempts attempts;

    ExtensionController(CaseRights rights, Extensions extensions, Attempts attempts) {
        this.rights = rights;
        this.extensions = extensions;
        this.attempts = attempts;
    }

    /**
     * The customer is told the reason and the new date. 422 with the reason if the rules do not allow it, 403 if they
     * do not allow it to the caller.
     *
     * @param clock {@code resolution}; no other can be extended
     */
    @PostMapping
    ExtensionView extend(
            @PathVariable String reference, @PathVariable String clock, @RequestBody Wish wish, Reader reader) {
        CaseFile file = rights.visible(reference, reader);
        ClockId id =
                ClockId.find(clock).orElseThrow(() -> new ProblemException(HttpStatus.NOT_FOUND, "policy.no-clock"));
        if (!id.equals(ClockId.RESOLUTION)) {
            throw refused("extension-none");
        }
        Outcome outcome = attempts.inTransaction(() -> extensions.extend(file, wish.until(), wish.reason(), reader));
        if (outcome instanceof Outcome.Forbidden) {
            throw new AccessDeniedException("The rules of the case leave that to others");
        }
        if (outcome instanceof Outcome.Refused refused) {
            throw refused(refused.code());
        }
        return new ExtensionView(clock, ((Outcome.Extended) outcome).clock().dueAt());
    }

    private static ProblemException refused(String code) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "refusal." + code);
    }

    /** @param until with offset, such as {@code 2026-12-01T18:00:00+08:00} */
    record Wish(String reason, Instant until) {}

    record ExtensionView(String clock, Instant dueAt) {}
}
