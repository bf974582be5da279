package io.careloop.collaboration.web;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseRights;
import io.careloop.cases.Reader;
import io.careloop.collaboration.Collaborations.Outcome;
import io.careloop.collaboration.Department;
import io.careloop.collaboration.Departments;
import io.careloop.collaboration.Question;
import io.careloop.engine.Attempts;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whoever serves the customer asks departments from the case page. */
@Controller
@RequestMapping("/desk/cases/{reference}/departments")
class DepartmentsController {

    private static final String FIELD = "question.";

    private final CaseRights rights;
    private final Departments departments;
    private final Attempts attempts;

    DepartmentsController(CaseRights rights, Departments departments, Attempts attempts) {
        this.rights = rights;
        this.departments = departments;
        this.attempts = attempts;
    }

    /** Asks each department whose field {@code question.<department>} says something. */
    @PostMapping
    String ask(
            @PathVariable String reference,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "false") boolean taskForce,
            Reader reader,
            RedirectAttributes redirect) {
        CaseFile file = rights.visible(reference, reader);
        if (!rights.mayEdit(reader)) {
            throw new AccessDeniedException("Only the service side asks departments");
        }
        List<Question> questions = Department.ALL.stream()
                .map(department -> new Question(department, fields.get(FIELD + department)))
                .filter(question -> !question.text().isEmpty())
                .toList();
        Outcome outcome =
                attempts.inTransaction(() -> departments.ask(file.reference(), questions, taskForce, reader.id()));
        redirect.addFlashAttribute(
                "notice",
                outcome instanceof Outcome.Refused refused ? "refusal." + refused.code() : "departments.ask.done");
        return "redirect:/desk/cases/" + file.reference();
    }
}
