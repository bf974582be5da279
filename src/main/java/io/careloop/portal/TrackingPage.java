package io.careloop.portal;

import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.cases.Stage;
import io.careloop.engine.ProblemException;
import io.careloop.followup.Feedback;
import io.careloop.intake.IntakeSettings;
import io.careloop.portal.CustomerActions.Done;
import io.careloop.portal.CustomerActions.Outcome;
import io.careloop.portal.CustomerActions.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page of one case for its customer. Reading an address changes nothing, so that whatever looks into mails may follow
 * the links in them; each change is a button and leads back to the page.
 */
@Controller
@RequestMapping("/track/{token}")
class TrackingPage {

    private static final Pattern NOTICE = Pattern.compile("[a-z-]{1,30}");

    private final Guests guests;
    private final Progress progress;
    private final CustomerActions actions;
    private final IntakeSettings limits;
    private final MessageSource messages;

    TrackingPage(
            Guests guests, Progress progress, CustomerActions actions, IntakeSettings limits, MessageSource messages) {
        this.guests = guests;
        this.progress = progress;
        this.actions = actions;
        this.limits = limits;
        this.messages = messages;
    }

    /** Every request starts by opening the link. */
    @ModelAttribute
    void open(@PathVariable String token, HttpServletRequest request, Model model) {
        boolean changes = HttpMethod.POST.matches(request.getMethod());
        model.addAttribute("reference", changes ? guests.openToWrite(token, request) : guests.open(token, request));
        model.addAttribute("token", token);
        model.addAttribute("languageBase", "/track/" + token);
    }

    /** @param notice what was just done, {@code portal.notice.<notice>} */
    @GetMapping
    String show(
            @ModelAttribute(name = "reference", binding = false) CaseReference reference,
            @RequestParam(required = false) String notice,
            Locale locale,
            Model model) {
        if (notice != null && NOTICE.matcher(notice).matches()) {
            model.addAttribute("notice", messages.getMessage("portal.notice." + notice, null, null, locale));
            model.addAttribute("justRegistered", notice.equals("registered"));
        }
        return page(reference, model);
    }

    /** Taking a request back cannot be undone, so it is asked once more. */
    @GetMapping("/withdrawal")
    String askBeforeWithdrawal(
            @ModelAttribute(name = "reference", binding = false) CaseReference reference, Model model) {
        model.addAttribute("progress", progress.of(reference));
        return "portal/withdrawal";
    }

    @PostMapping("/messages")
    String write(
            @ModelAttribute(name = "reference", binding = false) CaseReference reference,
            Typed typed,
            Model model,
            HttpServletResponse response) {
        Outcome outcome = actions.write(reference, Channel.PORTAL, typed.text(), typed.key());
        return answered(outcome, "message", "message-kept", typed, model, response);
    }

    @PostMapping("/answer")
    String answer(
            @ModelAttribute(name = "reference", binding = false) CaseReference reference,
            Typed typed,
            Model model,
            HttpServletResponse response) {
        boolean accepted = "yes".equals(typed.answer());
        Outcome outcome =
                actions.answer(reference, Channel.PORTAL, typed.question(), accepted, accepted ? null : typed.reason());
        return answered(outcome, "answer", "answer-kept", typed, model, response);
    }

    @PostMapping("/feedback")
    String judge(
            @ModelAttribute(name = "reference", binding = false) CaseReference reference,
            Typed typed,
            Model model,
            HttpServletResponse response) {
        Outcome outcome = actions.judge(reference, typed.word(), typed.scoreGiven(), typed.text());
        return answered(outcome, "feedback", "feedback-kept", typed, model, response);
    }

    @PostMapping("/escalation")
    String escalate(
            @ModelAttribute(name = "reference", binding = false) CaseReference reference,
            Typed typed,
            Model model,
            HttpServletResponse response) {
        Outcome outcome = actions.escalate(reference, Channel.PORTAL, typed.reason());
        return answered(outcome, "escalation", "escalation-kept", typed, model, response);
    }

    @PostMapping("/withdrawal")
    String withdraw(
            @ModelAttribute(name = "reference", binding = false) CaseReference reference,
            Typed typed,
            Model model,
            HttpServletResponse response) {
        return answered(actions.withdraw(reference), "withdrawal", "withdrawn", typed, model, response);
    }

    @PostMapping("/reopening")
    String reopen(
            @ModelAttribute(name = "reference", binding = false) CaseReference reference,
            Typed typed,
            Model model,
            HttpServletResponse response) {
        Outcome outcome = actions.reopen(reference, Channel.PORTAL, typed.reason());
        return answered(outcome, "reopening", "reopened", typed, model, response);
    }

    /** Done leads to the page afresh; refused shows it as it was filled in, with the reason beside the form. */
    private String answered(
            Outcome outcome, String form, String notice, Typed typed, Model model, HttpServletResponse response) {
        if (outcome instanceof Done done) {
            return done.newToken() == null
                    ? "redirect:/track/" + model.getAttribute("token") + "?notice=" + notice
                    : "redirect:/track/" + done.newToken() + "?notice=linked";
        }
        Refused refused = (Refused) outcome;
        boolean inField = refused.field() != null;
        response.setStatus((inField ? HttpStatus.BAD_REQUEST : HttpStatus.CONFLICT).value());
        model.addAttribute(inField ? "failedForm" : "unrelated", form);
        model.addAttribute("fault", refused.code());
        model.addAttribute("typed", typed);
        return page((CaseReference) model.getAttribute("reference"), model);
    }

    private String page(CaseReference reference, Model model) {
        model.addAttribute("progress", progress.of(reference));
        model.addAttribute("stages", Stage.values());
        model.addAttribute("words", Feedback.WORDS);
        model.addAttribute("limits", limits);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "portal/tracking";
    }

    /** Says what to do with a link that opens nothing, and not whether it ever did. */
    @ExceptionHandler
    Object linkOpensNothing(ProblemException problem) {
        if (problem.getStatusCode() == HttpStatus.NOT_FOUND) {
            return new ModelAndView("portal/unknown-link", Map.of("languageBase", "/"), HttpStatus.NOT_FOUND);
        }
        throw problem;
    }

    /** All that the forms of the page send; each sends its part. */
    record Typed(String text, String reason, String answer, String question, String word, String score, String key) {

        /** Null for none; what is no number is out of range. */
        Integer scoreGiven() {
            if (score == null || score.isBlank()) {
                return null;
            }
            return score.strip().matches("\\d{1,3}") ? Integer.valueOf(score.strip()) : -1;
        }
    }
}
