package io.careloop.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.careloop.cases.CaseStatus;
import io.careloop.cases.Channel;
import io.careloop.cases.Urgency;
import io.careloop.engine.Languages;
import io.careloop.engine.Problems;
import io.careloop.intake.Registrations;
import io.careloop.intake.Registrations.Registration.Refused;
import io.careloop.intake.Registrations.Registration.Registered;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Requests from apps and other programs. */
@RestController
@Tag(name = "Customers", description = "What a customer can do without signing in")
class CaseApi {

    private final Registrations registrations;
    private final Progress progress;
    private final Guests guests;
    private final Problems problems;

    CaseApi(Registrations registrations, Progress progress, Guests guests, Problems problems) {
        this.registrations = registrations;
        this.progress = progress;
        this.guests = guests;
        this.problems = problems;
    }

    @Operation(
            summary = "Register a request",
            description = "The same request under the same Idempotency-Key is registered once: a repetition is answered"
                    + " 200 with the same reference and a fresh token. Another request under a used key is refused.")
    @ApiResponse(responseCode = "201", description = "Registered")
    @ApiResponse(responseCode = "200", description = "Had been registered before under the same key")
    @ApiResponse(responseCode = "400", description = "Problem details; errors names the fields")
    @ApiResponse(responseCode = "413", description = "The body is too large")
    @ApiResponse(responseCode = "422", description = "The key was used for another request")
    @ApiResponse(responseCode = "429", description = "Too many; Retry-After says when to try again")
    @PostMapping("/api/cases")
    ResponseEntity<?> register(
            @Valid @RequestBody NewRequest body,
            @Parameter(description = "Chosen by the caller, at most 200 characters")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    String key,
            @Parameter(hidden = true) Locale language,
            HttpServletRequest request) {
        guests.mayRegister(request);
        var outcome = registrations.register(body.request(language), key == null ? null : "api/" + key.strip());
        if (outcome instanceof Registered registered) {
            URI location = URI.create("/api/tracking/" + registered.trackingToken());
            return ResponseEntity.status(registered.replayed() ? HttpStatus.OK : HttpStatus.CREATED)
                    .location(location)
                    .body(accepted(registered));
        }
        ProblemDetail problem = problemOf((Refused) outcome);
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    private Accepted accepted(Registered registered) {
        CaseProgress now = progress.of(registered.reference());
        return new Accepted(now.reference(), registered.trackingToken(), now.status(), DueDates.of(now));
    }

    private ProblemDetail problemOf(Refused refused) {
        String code = "refusal." + refused.code();
        return refused.field() == null
                ? problems.because(HttpStatus.UNPROCESSABLE_ENTITY, code)
                : problems.in(HttpStatus.BAD_REQUEST, List.of(problems.field(refused.field(), code)));
    }

    @Schema(description = "What somebody wants from us; the first three are needed")
    record NewRequest(
            @NotBlank(message = "{refusal.contact-missing}")
            @Schema(description = "E-mail address or phone number", example = "ann@example.org")
            String contact,

            @NotBlank(message = "{refusal.description-missing}")
            String description,

            @NotNull(message = "{refusal.urgency-needed}") Urgency urgency,

            String name,
            String subject,
            String remedySought,
            String triedSteps,
            String product,

            @Schema(
                    description = "Language of our messages; that of Accept-Language if none is given",
                    example = "zh-CN")
            String locale) {

        private Registrations.Request request(Locale language) {
            return new Registrations.Request(
                    Channel.API,
                    contact,
                    name,
                    subject,
                    description,
                    urgency,
                    remedySought,
                    triedSteps,
                    product,
                    Languages.of(locale).orElse(language),
                    null,
                    List.of());
        }
    }

    record Accepted(
            String reference,

            @Schema(description = "Opens the case without signing in; keep it secret")
            String trackingToken,

            CaseStatus status,
            DueDates deadlines) {}

    /** When the first answer by a person and the solution are due. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DueDates(OffsetDateTime firstResponse, OffsetDateTime resolution) {

        static DueDates of(CaseProgress progress) {
            return new DueDates(due(progress.firstResponse()), due(progress.resolution()));
        }

        private static OffsetDateTime due(CaseProgress.Deadline deadline) {
            return deadline == null ? null : deadline.dueAt().toOffsetDateTime();
        }
    }
}
