package io.careloop.identity;

import io.careloop.engine.ProblemException;
import io.careloop.engine.Problems;
import io.careloop.identity.Absences.Outcome;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Absences for programs. Everybody of the staff reads them; one enters one's own, managers and administrators anybody's. */
@RestController
@RequestMapping("/api/staff/{user}/absences")
class AbsenceApiController {

    private final Absences absences;
    private final Staff staff;
    private final Problems problems;

    AbsenceApiController(Absences absences, Staff staff, Problems problems) {
        this.absences = absences;
        this.staff = staff;
        this.problems = problems;
    }

    /** Present and coming ones, the soonest first. */
    @GetMapping
    List<AbsenceView> list(@PathVariable String user) {
        known(user);
        return absences.presentAndComing().stream()
                .filter(absence -> absence.user().equals(user))
                .map(AbsenceView::of)
                .toList();
    }

    @PostMapping
    ResponseEntity<Object> enter(@PathVariable String user, @Validated @RequestBody Days body) {
        return put(user, UUID.randomUUID(), body);
    }

    /** The same absence under the same id is there once; 422 with a sentence if it cannot be. */
    @PutMapping("/{id}")
    ResponseEntity<Object> put(@PathVariable String user, @PathVariable UUID id, @Validated @RequestBody Days body) {
        SignedIn who = allowed(user);
        boolean isKnown = absences.find(id).isPresent();
        Outcome outcome = absences.enter(id, user, body.from(), body.to(), body.deputy(), who.user());
        if (outcome instanceof Outcome.Refused refused) {
            return ResponseEntity.unprocessableEntity()
                    .body(problems.because(HttpStatus.UNPROCESSABLE_ENTITY, "refusal." + refused.code()));
        }
        return ResponseEntity.status(isKnown ? HttpStatus.OK : HttpStatus.CREATED)
                .body(AbsenceView.of(((Outcome.Entered) outcome).absence()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String user, @PathVariable UUID id) {
        SignedIn who = allowed(user);
        absences.find(id)
                .filter(absence -> absence.user().equals(user))
                .orElseThrow(() -> new ProblemException(HttpStatus.NOT_FOUND, "identity.absence.none"));
        absences.withdraw(id, who.user());
    }

    private SignedIn allowed(String user) {
        SignedIn who = SignedIn.current().orElseThrow();
        if (!who.mayEnterAbsenceOf(user)) {
            throw new AccessDeniedException("Absences of others are entered by managers");
        }
        known(user);
        return who;
    }

    private void known(String user) {
        if (staff.find(user).isEmpty()) {
            throw new ProblemException(HttpStatus.NOT_FOUND, "identity.absence.no-such-user");
        }
    }

    /**
     * @param to     the last day away
     * @param deputy user id, may be left out
     */
    record Days(@NotNull LocalDate from, @NotNull LocalDate to, String deputy) {}

    record AbsenceView(
            UUID id, String user, LocalDate from, LocalDate to, String deputy, String enteredBy, Instant enteredAt) {

        static AbsenceView of(Absence absence) {
            return new AbsenceView(
                    absence.id(),
                    absence.user(),
                    absence.firstDay(),
                    absence.lastDay(),
                    absence.deputy(),
                    absence.enteredBy(),
                    absence.enteredAt());
        }
    }
}
