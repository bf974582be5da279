package io.careloop.deadline.web;

import io.careloop.cases.Reader;
import io.careloop.deadline.WorkingTime;
import io.careloop.deadline.web.ClockActions.Target;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buttons beside a clock on the case page. Times are in the zone of our opening hours. */
@Controller
@RequestMapping("/desk/cases/{reference}/deadlines/{clock}")
class ClockActionsPage {

    private final ClockActions actions;
    private final WorkingTime workingTime;

    ClockActionsPage(ClockActions actions, WorkingTime workingTime) {
        this.actions = actions;
        this.workingTime = workingTime;
    }

    /** @param until as a browser writes a local time; empty for as late as the reason allows */
    @PostMapping("/pause")
    String pause(
            @PathVariable String reference,
            @PathVariable String clock,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String note,
            Reader reader,
            RedirectAttributes redirect) {
        Target target = actions.target(reference, clock, reader);
        String refusal;
        try {
            Optional<String> refused = actions.pause(target, reason, instant(until), note, reader);
            refusal = refused.orElse(null);
        } catch (DateTimeException e) {
            refusal = "until";
        }
        return back(target, refusal == null ? "deadline.paused" : "deadline.pause-refused." + refusal, redirect);
    }

    @PostMapping("/resume")
    String resume(
            @PathVariable String reference, @PathVariable String clock, Reader reader, RedirectAttributes redirect) {
        Target target = actions.target(reference, clock, reader);
        actions.resume(target, reader);
        return back(target, "deadline.resumed", redirect);
    }

    @PostMapping("/acknowledgement")
    String acknowledge(
            @PathVariable String reference, @PathVariable String clock, Reader reader, RedirectAttributes redirect) {
        Target target = actions.target(reference, clock, reader);
        actions.acknowledge(target, reader);
        return back(target, "deadline.acknowledged", redirect);
    }

    private Instant instant(String local) {
        return local.isBlank()
                ? null
                : LocalDateTime.parse(local).atZone(workingTime.zone()).toInstant();
    }

    private static String back(Target target, String notice, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", notice);
        return "redirect:/desk/cases/" + target.reference();
    }
}
