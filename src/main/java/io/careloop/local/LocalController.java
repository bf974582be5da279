package io.careloop.local;

import io.careloop.engine.MailSettings;
import io.careloop.identity.LocalUsers;
import io.careloop.identity.Staff;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the local start: addresses, users, the local mailboxes, mail as a customer, and the clock. */
@Controller
@ConditionalOnLocalMail
@RequestMapping("/local")
class LocalController {

    private final LocalMailServer mails;
    private final CustomerPost post;
    private final LocalUsers users;
    private final Staff staff;
    private final LocalAddresses addresses;
    private final ClockMove clockMove;
    private final Clock clock;
    private final MailSettings settings;

    LocalController(
            LocalMailServer mails,
            CustomerPost post,
            LocalUsers users,
            Staff staff,
            LocalAddresses addresses,
            ClockMove clockMove,
            Clock clock,
            MailSettings settings) {
        this.mails = mails;
        this.post = post;
        this.users = users;
        this.staff = staff;
        this.addresses = addresses;
        this.clockMove = clockMove;
        this.clock = clock;
        this.settings = settings;
    }

    @ModelAttribute("service")
    String service() {
        return settings.address();
    }

    @GetMapping
    String overview(@RequestParam(required = false) String mailbox, Model model) {
        model.addAttribute("addresses", addresses.all());
        model.addAttribute("users", shownUsers());
        model.addAttribute("mailboxes", mails.mailboxes());
        model.addAttribute("mailbox", mailbox);
        model.addAttribute("mails", mailbox == null ? null : mails.mailsOf(mailbox));
        model.addAttribute("clockMoves", clockMove.possible());
        model.addAttribute("now", clock.instant().atOffset(ZoneOffset.UTC));
        model.addAttribute("ahead", inWords(clockMove.ahead()));
        model.addAttribute("letter", CustomerMail.empty());
        return "local/overview";
    }

    @GetMapping("/mail")
    String mail(@RequestParam String mailbox, @RequestParam long uid, Model model) {
        LocalMail mail = mails.mail(mailbox, uid).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("mail", mail);
        model.addAttribute("letter", CustomerMail.answerTo(mail));
        return "local/mail";
    }

    @PostMapping("/mail")
    String send(@Valid @ModelAttribute("letter") CustomerMail letter, BindingResult errors, RedirectAttributes next) {
        if (errors.hasErrors()) {
            return "local/write";
        }
        post.send(letter);
        next.addFlashAttribute("done", "The mail is on its way to the service.");
        next.addAttribute("mailbox", letter.mailbox() == null ? letter.from() : letter.mailbox());
        return "redirect:/local";
    }

    @PostMapping("/clock")
    String moveClock(@Valid @ModelAttribute ClockStep step, BindingResult errors, RedirectAttributes next) {
        if (errors.hasErrors() || !clockMove.possible()) {
            next.addFlashAttribute(
                    "refused", "The clock moves forward by 1 to 10000 minutes, hours or days at a time.");
        } else {
            clockMove.forward(step.duration());
            next.addFlashAttribute("done", "The clock has been moved. What is due runs within seconds.");
        }
        return "redirect:/local";
    }

    private List<ShownUser> shownUsers() {
        return users.present().stream()
                .map(name -> new ShownUser(
                        name, staff.groupsOf(name).stream().sorted().toList()))
                .toList();
    }

    private static String inWords(Duration ahead) {
        return Stream.of(
                        part(ahead.toDays(), "day"),
                        part(ahead.toHoursPart(), "hour"),
                        part(ahead.toMinutesPart(), "minute"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String part(long amount, String unit) {
        return amount == 0 ? "" : amount + " " + unit + (amount == 1 ? "" : "s");
    }

    record ShownUser(String name, List<String> groups) {}

    record ClockStep(
            @NotNull @Min(1) @Max(10_000) Integer amount,
            @NotNull Unit unit) {

        Duration duration() {
            return Duration.of(amount, unit.unit);
        }
    }

    enum Unit {
        MINUTES(ChronoUnit.MINUTES),
        HOURS(ChronoUnit.HOURS),
        DAYS(ChronoUnit.DAYS);

        private final ChronoUnit unit;

        Unit(ChronoUnit unit) {
            this.unit = unit;
        }
    }
}
