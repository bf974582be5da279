package io.careloop.deadline.web;

import io.careloop.cases.Reader;
import io.careloop.deadline.WorkingTime;
import io.careloop.deadline.policy.PolicyPack;
import io.careloop.deadline.policy.PolicyPacks;
import io.careloop.deadline.policy.PolicyPacks.Outcome;
import io.careloop.deadline.policy.Ruling;
import io.careloop.engine.ProblemException;
import io.careloop.identity.Groups;
import io.careloop.identity.Staff;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The policy packs for people: what each says, and for those who may, a switch. */
@Controller
@RequestMapping("/desk/policies")
class PolicyPage {

    private static final int CHANGES_SHOWN = 20;

    private final PolicyPacks packs;
    private final Staff staff;
    private final WorkingTime workingTime;
    private final MessageSource messages;

    PolicyPage(PolicyPacks packs, Staff staff, WorkingTime workingTime, MessageSource messages) {
        this.packs = packs;
        this.staff = staff;
        this.workingTime = workingTime;
        this.messages = messages;
    }

    @GetMapping
    String list(Locale locale, Model model) {
        PolicyTexts texts = texts(locale);
        List<Ruling> rulings = packs.rulings();
        String ruling = packs.ruling().id();
        model.addAttribute(
                "packs",
                packs.all().stream().map(pack -> texts.line(pack, ruling)).toList());
        model.addAttribute(
                "changes",
                rulings.stream()
                        .limit(CHANGES_SHOWN)
                        .map(ruled -> texts.change(ruled, nameOf(ruled.policy(), locale)))
                        .toList());
        return "desk/policies";
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, Reader reader, Locale locale, Model model) {
        return show(find(id), reader, locale, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable String id,
            @RequestParam boolean on,
            @RequestParam(defaultValue = "") String reason,
            Reader reader,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        PolicyPack pack = find(id);
        if (packs.switchTo(pack, on, reader.id(), reason) instanceof Outcome.Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refused.code());
            model.addAttribute("reason", reason);
            return show(pack, reader, locale, model);
        }
        redirect.addFlashAttribute("notice", on ? "policy.switched-on" : "policy.switched-off");
        return "redirect:/desk/policies/" + pack.id();
    }

    private String show(PolicyPack pack, Reader reader, Locale locale, Model model) {
        PolicyTexts texts = texts(locale);
        model.addAttribute("line", texts.line(pack, packs.ruling().id()));
        model.addAttribute("rows", texts.rows(pack));
        model.addAttribute(
                "notes", pack.notes().stream().map(note -> note.in(locale)).toList());
        model.addAttribute(
                "maySwitch",
                reader.groups().contains(Groups.MANAGERS) || reader.groups().contains(Groups.ADMINISTRATORS));
        return "desk/policy";
    }

    private String nameOf(String id, Locale locale) {
        return packs.find(id).map(pack -> pack.name().in(locale)).orElse(id);
    }

    private PolicyPack find(String id) {
        return packs.find(id).orElseThrow(() -> new ProblemException(HttpStatus.NOT_FOUND, "policy.none"));
    }

    private PolicyTexts texts(Locale locale) {
        return new PolicyTexts(messages, locale, staff, workingTime.zone(), packs.standard());
    }
}
