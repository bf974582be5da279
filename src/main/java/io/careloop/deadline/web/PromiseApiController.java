package io.careloop.deadline.web;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseRights;
import io.careloop.cases.Reader;
import io.careloop.deadline.Promise;
import io.careloop.deadline.Promises;
import io.careloop.engine.Attempts;
import io.careloop.engine.ProblemException;
import io.careloop.engine.Problems;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the customer of a case was promised, for programs. Times are UTC. */
@RestController
@RequestMapping("/api/cases/{reference}/promises")
class PromiseApiController {

    private final CaseRights rights;
    private final Promises promises;
    private final Problems problems;
    private final Attempts attempts;

    PromiseApiController(CaseRights rights, Promises promises, Problems problems, Attempts attempts) {
        this.rights = rights;
        this.promises = promises;
        this.problems = problems;
        this.attempts = attempts;
    }

    /** In the order in which they were made. */
    @GetMapping
    List<PromiseView> list(@PathVariable String reference, Reader reader) {
        return promises.of(rights.visible(reference, reader).reference()).stream()
                .map(PromiseView::of)
                .toList();
    }

    /** 422 with a sentence if it cannot be promised. */
    @PostMapping
    ResponseEntity<Object> make(@PathVariable String reference, @RequestBody Words body, Reader reader) {
        CaseFile file = promisable(reference, reader);
        Promises.Outcome outcome =
                attempts.inTransaction(() -> promises.make(file.reference(), body.text(), body.date(), reader.id()));
        if (outcome instanceof Promises.Outcome.Refused refused) {
            return ResponseEntity.unprocessableEntity()
                    .body(problems.because(HttpStatus.UNPROCESSABLE_ENTITY, "refusal." + refused.code()));
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(PromiseView.of(((Promises.Outcome.Made) outcome).promise()));
    }

    /** Said twice, it is kept once; 409 for one that nobody waits for any more. */
    @PutMapping("/{number}/kept")
    PromiseView keep(@PathVariable String reference, @PathVariable int number, Reader reader) {
        CaseFile file = writable(reference, reader);
        if (promises.find(file.reference(), number).isEmpty()) {
            throw new ProblemException(HttpStatus.NOT_FOUND, "deadline.promise.none");
        }
        attempts.inTransaction(() -> promises.keep(file.reference(), number, reader.id()));
        Promise promise = promises.find(file.reference(), number).orElseThrow();
        if (promise.keptAt() == null) {
            throw new ProblemException(HttpStatus.CONFLICT, "refusal.promise-settled");
        }
        return PromiseView.of(promise);
    }

    /** Whom the customer hears from may promise something. */
    private CaseFile promisable(String reference, Reader reader) {
        CaseFile file = rights.visible(reference, reader);
        if (!rights.mayWriteToCustomer(file, reader)) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "refusal.message-service-only");
        }
        return file;
    }

    private CaseFile writable(String reference, Reader reader) {
        CaseFile file = rights.visible(reference, reader);
        if (!rights.mayWrite(reader)) {
            throw new AccessDeniedException("This case may be read only");
        }
        return file;
    }

    /** @param date by the end of which it is kept */
    record Words(String text, LocalDate date) {}

    record PromiseView(
            int number,
            String text,
            Instant dueAt,
            Promise.State state,
            String stage,
            Promise.Source source,
            Instant madeAt,
            String madeBy,
            Instant keptAt,
            String keptBy) {

        static PromiseView of(Promise promise) {
            return new PromiseView(
                    promise.number(),
                    promise.text(),
                    promise.dueAt(),
                    promise.state(),
                    promise.stage().name(),
                    promise.source(),
                    promise.madeAt(),
                    promise.madeBy(),
                    promise.keptAt(),
                    promise.keptBy());
        }
    }
}
