package io.careloop.cases.web;

import io.careloop.cases.CaseCorrections;
import io.careloop.cases.CaseCorrections.Outcome;
import io.careloop.cases.CaseData;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseRights;
import io.careloop.cases.Reader;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.engine.Attempts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the staff change on a case file themselves: corrections, another owner, notes, an end of its restriction. */
@Controller
@RequestMapping("/desk/cases/{reference}")
class CaseEditController {

    private static final int LONGEST_NOTE = 5000;

    private final CaseRights rights;
    private final CaseCorrections corrections;
    private final Timeline timeline;
    private final CasePage page;
    private final Attempts attempts;

    CaseEditController(
            CaseRights rights, CaseCorrections corrections, Timeline timeline, CasePage page, Attempts attempts) {
        this.rights = rights;
        this.corrections = corrections;
        this.timeline = timeline;
        this.page = page;
        this.attempts = attempts;
    }

    /** Saves what differs between the fields and what the writer had seen ({@code seen.<field>}). */
    @PostMapping
    String correct(
            @PathVariable String reference,
            @RequestParam Map<String, String> fields,
            Reader reader,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        CaseFile file = editable(reference, reader);
        CaseData wanted = data(fields, "");
        Outcome outcome = attempts.inTransaction(
                () -> corrections.correct(file.reference(), reader.id(), data(fields, "seen."), wanted));
        if (outcome instanceof Outcome.Done) {
            return saved(file, "desk.correct.done", redirect);
        }
        model.addAttribute("data", wanted);
        model.addAttribute("seen", corrections.dataOf(file.reference()));
        return refused(outcome, "correctionRefusal", file, reader, locale, model, response);
    }

    @PostMapping("/owner")
    String handOver(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String reason,
            Reader reader,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        CaseFile file = editable(reference, reader);
        Outcome outcome =
                attempts.inTransaction(() -> corrections.handOver(file.reference(), reader.id(), owner, reason));
        if (outcome instanceof Outcome.Done) {
            return saved(file, "desk.hand-over.done", redirect);
        }
        model.addAttribute("handOverReason", reason);
        return refused(outcome, "handOverRefusal", file, reader, locale, model, response);
    }

    @PostMapping("/release")
    String release(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String reason,
            Reader reader,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        CaseFile file = rights.visible(reference, reader);
        allow(rights.mayRelease(reader));
        Outcome outcome = attempts.inTransaction(() -> corrections.release(file.reference(), reader.id(), reason));
        return outcome instanceof Outcome.Done
                ? saved(file, "desk.release.done", redirect)
                : refused(outcome, "releaseRefusal", file, reader, locale, model, response);
    }

    @PostMapping("/restriction")
    String restrict(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String reason,
            Reader reader,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        CaseFile file = rights.visible(reference, reader);
        allow(rights.mayRestrict(reader));
        Outcome outcome = attempts.inTransaction(() -> corrections.restrict(file.reference(), reader.id(), reason));
        return outcome instanceof Outcome.Done
                ? saved(file, "desk.restrict.done", redirect)
                : refused(outcome, "restrictRefusal", file, reader, locale, model, response);
    }

    @PostMapping("/notes")
    String note(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String text,
            Reader reader,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        CaseFile file = rights.visible(reference, reader);
        allow(rights.mayWrite(reader));
        String note = text.replace("\u0000", "").strip();
        if (note.isEmpty() || note.length() > LONGEST_NOTE) {
            model.addAttribute("noteText", note);
            Outcome outcome = new Outcome.Refused(note.isEmpty() ? "desk-text-missing" : "desk-too-long");
            return refused(outcome, "noteRefusal", file, reader, locale, model, response);
        }
        timeline.note(file.reference(), Kind.NOTE, reader.id(), note);
        return saved(file, "desk.note.done", redirect);
    }

    private CaseFile editable(String reference, Reader reader) {
        CaseFile file = rights.visible(reference, reader);
        allow(rights.mayEdit(reader));
        return file;
    }

    private static void allow(boolean may) {
        if (!may) {
            throw new AccessDeniedException("This case may be read only");
        }
    }

    private String refused(
            Outcome outcome,
            String attribute,
            CaseFile file,
            Reader reader,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        if (outcome instanceof Outcome.Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute(attribute, refused.code());
        } else if (outcome instanceof Outcome.Overtaken overtaken) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("overtaken", overtaken.fields());
        }
        return page.show(file, reader, locale, model);
    }

    private static String saved(CaseFile file, String notice, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", notice);
        return "redirect:/desk/cases/" + file.reference();
    }

    private static CaseData data(Map<String, String> fields, String prefix) {
        return new CaseData(
                fields.get(prefix + "name"),
                fields.get(prefix + "email"),
                fields.get(prefix + "phone"),
                fields.get(prefix + "subject"),
                fields.get(prefix + "product"),
                fields.get(prefix + "remedySought"));
    }
}
