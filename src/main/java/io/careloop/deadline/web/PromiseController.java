package io.careloop.deadline.web;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseRights;
import io.careloop.cases.Reader;
import io.careloop.deadline.Promises;
import io.careloop.engine.Attempts;
import io.careloop.engine.ProblemException;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Promises that are made, and said to be kept, on the case page. */
@Controller
@RequestMapping("/desk/cases/{reference}/promises")
class PromiseController {

    private final CaseRights rights;
    private final Promises promises;
    private final Attempts attempts;

    PromiseController(CaseRights rights, Promises promises, Attempts attempts) {
        this.rights = rights;
        this.promises = promises;
        this.attempts = attempts;
    }

    @PostMapping
    String make(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate date,
            Reader reader,
            RedirectAttributes redirect) {
        CaseFile file = promisable(reference, reader);
        String words = text.replace("\u0000", "").strip();
        Promises.Outcome outcome =
                attempts.inTransaction(() -> promises.make(file.reference(), words, date, reader.id()));
        if (outcome instanceof Promises.Outcome.Refused refused) {
            redirect.addFlashAttribute("promiseRefusal", "refusal." + refused.code());
            redirect.addFlashAttribute("promiseText", words);
            redirect.addFlashAttribute("promiseDate", date);
            return page(file) + "#promises";
        }
        redirect.addFlashAttribute("notice", "deadline.promise.made");
        return page(file);
    }

    @PostMapping("/{number}/kept")
    String keep(@PathVariable String reference, @PathVariable int number, Reader reader, RedirectAttributes redirect) {
        CaseFile file = writable(reference, reader);
        boolean kept = attempts.inTransaction(() -> promises.keep(file.reference(), number, reader.id()));
        redirect.addFlashAttribute("notice", kept ? "deadline.promise.is-kept" : "refusal.promise-settled");
        return page(file);
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

    private static String page(CaseFile file) {
        return "redirect:/desk/cases/" + file.reference();
    }
}
