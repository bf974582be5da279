package io.careloop.identity;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The page to sign in, and the staff's page of all that they may open. */
@Controller
class SignInController {

    private final IdentityProperties properties;
    private final Staff staff;

    SignInController(IdentityProperties properties, Staff staff) {
        this.properties = properties;
        this.staff = staff;
    }

    @GetMapping("/login")
    String signIn(Model model) {
        model.addAttribute(
                "localUsers", properties.localUsers() ? LocalUsers.names().toList() : List.of());
        return "identity/login";
    }

    @GetMapping("/staff")
    String start() {
        return "identity/start";
    }

    @GetMapping({"/camunda", "/camunda/"})
    String engine() {
        return "redirect:/staff";
    }

    /** The name that greets whoever has signed in; the user's id if the name is unknown. */
    @ModelAttribute("staffName")
    String name() {
        return SignedIn.current()
                .map(who -> staff.find(who.user()).map(StaffMember::name).orElse(who.user()))
                .orElse("");
    }
}
