package io.careloop.deadline.web;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseRights;
import io.careloop.cases.Reader;
import io.careloop.deadline.ClockId;
import io.careloop.deadline.Clocks;
import io.careloop.deadline.PauseOutcome;
import io.careloop.deadline.PauseRules;
import io.careloop.engine.Attempts;
import io.careloop.engine.ProblemException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What members of the staff do to a clock, with the rights for it. */
@Component
class ClockActions {

    private static final int LONGEST_NOTE = 2000;

    private final CaseRights rights;
    private final Clocks clocks;
    private final PauseRules rules;
    private final Attempts attempts;

    ClockActions(CaseRights rights, Clocks clocks, PauseRules rules, Attempts attempts) {
        this.rights = rights;
        this.clocks = clocks;
        this.rules = rules;
        this.attempts = attempts;
    }

    /** A clock of a case that the reader works on. */
    record Target(CaseReference reference, ClockId clock) {}

    /** Not found if there is no such case or clock for this reader; denied if they only read cases. */
    Target target(String reference, String clock, Reader reader) {
        CaseFile file = rights.visible(reference, reader);
        if (!rights.mayWrite(reader)) {
            throw new AccessDeniedException("This case may be read only");
        }
        return ClockId.find(clock)
                .filter(id -> clocks.find(file.reference(), id).isPresent())
                .map(id -> new Target(file.reference(), id))
                .orElseThrow(() -> new ProblemException(HttpStatus.NOT_FOUND, "deadline.no-clock"));
    }

    /** @return code of the refusal; empty if it is paused */
    Optional<String> pause(Target target, String reason, Instant until, String note, Reader reader) {
        String words = Objects.toString(note, "").replace("\u0000", "").strip();
        if (words.length() > LONGEST_NOTE) {
            return Optional.of("note-too-long");
        }
        if (isLeftToOthers(target, reason, reader)) {
            return Optional.of("not-yours");
        }
        PauseOutcome outcome = attempts.inTransaction(() -> clocks.pause(
                target.reference(), target.clock(), Objects.toString(reason, ""), until, reader.id(), words));
        return outcome instanceof PauseOutcome.Refused refused ? Optional.of(refused.code()) : Optional.empty();
    }

    private boolean isLeftToOthers(Target target, String reason, Reader reader) {
        return rules.find(target.reference().value(), target.clock().kind(), Objects.toString(reason, ""))
                .filter(rule -> !rule.isFor(reader.groups()))
                .isPresent();
    }

    void resume(Target target, Reader reader) {
        attempts.inTransaction(() -> clocks.resume(target.reference(), target.clock(), null, reader.id()));
    }

    void acknowledge(Target target, Reader reader) {
        attempts.inTransaction(() -> clocks.acknowledge(target.reference(), target.clock(), reader.id()));
    }
}
