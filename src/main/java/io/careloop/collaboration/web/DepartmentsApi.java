package io.careloop.collaboration.web;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseRights;
import io.careloop.cases.Reader;
import io.careloop.collaboration.Branch;
import io.careloop.collaboration.Collaborations;
import io.careloop.collaboration.Collaborations.Outcome;
import io.careloop.collaboration.Departments;
import io.careloop.collaboration.Question;
import io.careloop.engine.Attempts;
import io.careloop.engine.Problems;
import io.careloop.identity.Groups;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The departments that work on a case. Times are UTC. */
@RestController
@RequestMapping("/api/cases/{reference}")
class DepartmentsApi {

    private final CaseRights rights;
    private final Collaborations collaborations;
    private final Departments departments;
    private final Attempts attempts;
    private final Problems problems;

    DepartmentsApi(
            CaseRights rights,
            Collaborations collaborations,
            Departments departments,
            Attempts attempts,
            Problems problems) {
        this.rights = rights;
        this.collaborations = collaborations;
        this.departments = departments;
        this.attempts = attempts;
        this.problems = problems;
    }

    /** All questions of the case, oldest first; 404 if there is no case that the caller may see. */
    @GetMapping("/departments")
    List<BranchView> show(@PathVariable String reference, Reader reader) {
        return views(collaborations.branchesOf(rights.visible(reference, reader).reference()));
    }

    /** Asks departments at once, each with its own limit; 422 with the reason if they cannot be asked. */
    @PostMapping("/departments")
    ResponseEntity<?> ask(@PathVariable String reference, @Valid @RequestBody Questions body, Reader reader) {
        return asked(reference, body.all(), false, reader);
    }

    /** Calls a task force: the same question to each department; it ends with minutes. */
    @PostMapping("/task-force")
    ResponseEntity<?> callTaskForce(@PathVariable String reference, @Valid @RequestBody TaskForce body, Reader reader) {
        return asked(reference, body.all(), true, reader);
    }

    /** Puts a special request to the experts, and to nobody else. */
    @PostMapping("/special-request")
    ResponseEntity<?> askExperts(
            @PathVariable String reference, @Valid @RequestBody SpecialRequest body, Reader reader) {
        return asked(reference, List.of(new Question(Groups.EXPERTS, body.question())), false, reader);
    }

    private ResponseEntity<?> asked(String reference, List<Question> questions, boolean taskForce, Reader reader) {
        CaseFile file = rights.visible(reference, reader);
        if (!rights.mayEdit(reader)) {
            throw new AccessDeniedException("Only the service side asks departments");
        }
        Outcome outcome =
                attempts.inTransaction(() -> departments.ask(file.reference(), questions, taskForce, reader.id()));
        if (outcome instanceof Outcome.Refused refused) {
            return ResponseEntity.unprocessableEntity()
                    .body(problems.because(HttpStatus.UNPROCESSABLE_ENTITY, "refusal." + refused.code()));
        }
        return ResponseEntity.status(HttpStatus.CREATED).body(views(((Outcome.Asked) outcome).branches()));
    }

    private List<BranchView> views(List<Branch> branches) {
        return branches.stream()
                .map(branch -> BranchView.of(collaborations.branch(branch.id())))
                .toList();
    }

    record Questions(@NotNull List<Asked> questions) {

        List<Question> all() {
            return questions.stream()
                    .filter(Objects::nonNull)
                    .map(asked -> new Question(asked.department(), asked.question()))
                    .toList();
        }
    }

    record Asked(String department, String question) {}

    record SpecialRequest(@NotNull String question) {}

    record TaskForce(@NotNull List<String> departments, String question) {

        List<Question> all() {
            return departments.stream()
                    .map(department -> new Question(department, question))
                    .toList();
        }
    }

    /**
     * @param state     {@code WITH_DEPARTMENT}, {@code ASKED_BACK}, {@code HANDED_BACK}, {@code WITH_COORDINATOR},
     *                  {@code ANSWERED} or {@code DROPPED}
     * @param handBacks how often it was handed back
     */
    record BranchView(
            long id,
            int number,
            String department,
            String question,
            String state,
            Instant askedAt,
            String askedBy,
            Instant dueAt,
            int handBacks,
            boolean late,
            String answer,
            Instant endedAt) {

        static BranchView of(Branch branch) {
            return new BranchView(
                    branch.id(),
                    branch.number(),
                    branch.department(),
                    branch.question(),
                    branch.state().name(),
                    branch.askedAt(),
                    branch.askedBy(),
                    branch.dueAt(),
                    branch.handBacks(),
                    branch.late(),
                    branch.answer(),
                    branch.endedAt());
        }
    }
}
