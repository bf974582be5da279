package io.careloop.portal;

import io.careloop.cases.AttachmentSettings;
import io.careloop.cases.Urgency;
import io.careloop.intake.IntakeSettings;
import io.careloop.intake.Registrations;
import io.careloop.intake.Registrations.Registration.Refused;
import io.careloop.intake.Registrations.Registration.Registered;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The first page: tell us in three fields. */
@Controller
@RequestMapping("/")
class RequestPage {

    private final Registrations registrations;
    private final Guests guests;
    private final IntakeSettings settings;
    private final AttachmentSettings attachments;

    RequestPage(Registrations registrations, Guests guests, IntakeSettings settings, AttachmentSettings attachments) {
        this.registrations = registrations;
        this.guests = guests;
        this.settings = settings;
        this.attachments = attachments;
    }

    @ModelAttribute
    void limits(Model model) {
        model.addAttribute("limits", settings);
        model.addAttribute("fileLimits", attachments);
        model.addAttribute("urgencies", Urgency.values());
    }

    @GetMapping
    String empty(Model model) {
        return page(model, RequestForm.empty(), Map.of());
    }

    /** Registers the request and leads to its tracking page; anything wrong leads back to the page as it was filled in. */
    @PostMapping
    String send(
            RequestForm form,
            @RequestParam(name = "files", required = false) List<MultipartFile> files,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model)
            throws IOException {
        guests.mayRegister(request);
        Map<String, String> faults = form.missing();
        if (faults.isEmpty()) {
            var outcome = registrations.register(form.request(locale, read(files)), form.idempotencyKey());
            if (outcome instanceof Registered registered) {
                return "redirect:/track/" + registered.trackingToken() + "?notice=registered";
            }
            Refused refused = (Refused) outcome;
            faults = refused.field() == null ? Map.of("form", "sent-already") : Map.of(refused.field(), refused.code());
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        // a used key belongs to the request that it came with; what is on the page now would be another one
        return page(model, faults.containsKey("form") ? form.withNewKey() : form, faults);
    }

    private static String page(Model model, RequestForm form, Map<String, String> faults) {
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        return "portal/request";
    }

    /** A file field that was left empty comes as one file without a name. */
    private static List<Registrations.File> read(List<MultipartFile> files) throws IOException {
        List<Registrations.File> read = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()
                    || file.getOriginalFilename() != null
                            && !file.getOriginalFilename().isEmpty()) {
                read.add(new Registrations.File(file.getOriginalFilename(), file.getContentType(), file.getBytes()));
            }
        }
        return read;
    }
}
