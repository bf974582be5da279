package io.careloop.portal;

import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.engine.Problems;
import io.careloop.portal.CustomerActions.Done;
import io.careloop.portal.CustomerActions.Outcome;
import io.careloop.portal.CustomerActions.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One case for its customer; whoever holds the token is the customer. Every change answers with the case after it. */
@RestController
@RequestMapping("/api/tracking/{token}")
@Tag(name = "Customers")
class TrackingApi {

    private final Guests guests;
    private final Progress progress;
    private final CustomerActions actions;
    private final Problems problems;
    private final MessageSource messages;

    TrackingApi(Guests guests, Progress progress, CustomerActions actions, Problems problems, MessageSource messages) {
        this.guests = guests;
        this.progress = progress;
        this.actions = actions;
        this.problems = problems;
        this.messages = messages;
    }

    @Operation(summary = "Where the case stands, who is waited for, what is due next, and all that was said")
    @GetMapping
    TrackedCase show(
            @PathVariable String token, @Parameter(hidden = true) Locale language, HttpServletRequest request) {
        return view(guests.open(token, request), null, language);
    }

    @Operation(
            summary = "Write to us about the case",
            description = "Sent twice under one Idempotency-Key, it is kept once.")
    @PostMapping("/messages")
    ResponseEntity<?> write(
            @PathVariable String token,
            @Valid @RequestBody Message body,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @Parameter(hidden = true) Locale language,
            HttpServletRequest request) {
        CaseReference reference = guests.openToWrite(token, request);
        return answer(actions.write(reference, Channel.API, body.text(), key), language);
    }

    @Operation(
            summary = "Answer the open question",
            description = "A no needs a reason. With the id of the question, an answer that comes after another one is"
                    + " refused instead of being taken for the next question.")
    @PostMapping("/answer")
    ResponseEntity<?> answer(
            @PathVariable String token,
            @Valid @RequestBody Answer body,
            @Parameter(hidden = true) Locale language,
            HttpServletRequest request) {
        CaseReference reference = guests.openToWrite(token, request);
        return answer(
                actions.answer(reference, Channel.API, body.question(), body.accepted(), body.reason()), language);
    }

    @Operation(summary = "Say one word about a solved case", description = "A later word replaces it.")
    @PostMapping("/feedback")
    ResponseEntity<?> judge(
            @PathVariable String token,
            @Valid @RequestBody Judgement body,
            @Parameter(hidden = true) Locale language,
            HttpServletRequest request) {
        CaseReference reference = guests.openToWrite(token, request);
        return answer(actions.judge(reference, body.word(), body.score(), body.comment()), language);
    }

    @Operation(
            summary = "Ask that somebody else looks at the case",
            description = "No reason is needed. Asked for again while somebody does, it changes nothing.")
    @PostMapping("/escalation")
    ResponseEntity<?> escalate(
            @PathVariable String token,
            @Valid @RequestBody Escalation body,
            @Parameter(hidden = true) Locale language,
            HttpServletRequest request) {
        CaseReference reference = guests.openToWrite(token, request);
        return answer(actions.escalate(reference, Channel.API, body.reason()), language);
    }

    @Operation(summary = "Take the request back", description = "Takes an empty object. It cannot be undone.")
    @PostMapping("/withdrawal")
    ResponseEntity<?> withdraw(
            @PathVariable String token,
            @Valid @RequestBody Withdrawal body,
            @Parameter(hidden = true) Locale language,
            HttpServletRequest request) {
        return answer(actions.withdraw(guests.openToWrite(token, request)), language);
    }

    @Operation(
            summary = "Come back to a case that is over",
            description =
                    "Within the window the same case goes on; later a linked one is opened, whose token is answered.")
    @PostMapping("/reopening")
    ResponseEntity<?> reopen(
            @PathVariable String token,
            @Valid @RequestBody Reopening body,
            @Parameter(hidden = true) Locale language,
            HttpServletRequest request) {
        CaseReference reference = guests.openToWrite(token, request);
        return answer(actions.reopen(reference, Channel.API, body.reason()), language);
    }

    private ResponseEntity<?> answer(Outcome outcome, Locale language) {
        if (outcome instanceof Done done) {
            return ResponseEntity.ok(view(done.reference(), done.newToken(), language));
        }
        Refused refused = (Refused) outcome;
        String code = "refusal." + refused.code();
        ProblemDetail problem = refused.field() == null
                ? problems.because(HttpStatus.CONFLICT, code)
                : problems.in(HttpStatus.BAD_REQUEST, List.of(problems.field(refused.field(), code)));
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    private TrackedCase view(CaseReference reference, String newToken, Locale language) {
        CaseProgress now = progress.of(reference);
        String stage = messages.getMessage("portal.stage." + now.stage() + ".text", null, language);
        return TrackedCase.of(now, stage, newToken);
    }

    record Message(String text) {}

    record Answer(
            @NotNull(message = "{refusal.answer-missing}") Boolean accepted,
            @Schema(description = "Needed with a no") String reason,

            @Schema(description = "The id of the question that was read", example = "solution-1")
            String question) {}

    record Judgement(
            @Schema(allowableValues = {"convenient", "caring", "tedious", "disappointed"})
            String word,

            @Schema(minimum = "0", maximum = "10") Integer score,
            String comment) {}

    record Escalation(String reason) {}

    record Withdrawal() {}

    record Reopening(String reason) {}
}
