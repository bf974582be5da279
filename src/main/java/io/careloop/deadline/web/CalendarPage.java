package io.careloop.deadline.web;

import io.careloop.cases.Reader;
import io.careloop.deadline.CalendarBook;
import io.careloop.deadline.CalendarDraft;
import io.careloop.deadline.CalendarReading;
import io.careloop.deadline.CalendarRecounts;
import io.careloop.deadline.CalendarVersion;
import io.careloop.deadline.Flaw;
import io.careloop.deadline.LimitPreview;
import io.careloop.deadline.LimitPreview.Preview;
import io.careloop.deadline.PublicHolidays;
import io.careloop.engine.ProblemException;
import io.careloop.identity.Staff;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
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

/** The business calendars on pages, for managers and administrators: look, try a limit, change. */
@Controller
@RequestMapping("/desk/calendars")
class CalendarPage {

    private final CalendarBook calendars;
    private final CalendarRecounts recounts;
    private final LimitPreview previews;
    private final PublicHolidays holidays;
    private final Staff staff;
    private final MessageSource messages;
    private final Clock clock;

    CalendarPage(
            CalendarBook calendars,
            CalendarRecounts recounts,
            LimitPreview previews,
            PublicHolidays holidays,
            Staff staff,
            MessageSource messages,
            Clock clock) {
        this.calendars = calendars;
        this.recounts = recounts;
        this.previews = previews;
        this.holidays = holidays;
        this.staff = staff;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String all(Locale locale, Model model) {
        CalendarTexts texts = texts(locale);
        model.addAttribute(
                "calendars", calendars.all().stream().map(texts::line).toList());
        return "desk/calendars";
    }

    /** @param fields of the calculator */
    @GetMapping("/{name}")
    String one(@PathVariable String name, @RequestParam Map<String, String> fields, Locale locale, Model model) {
        CalendarBook.Entry entry = find(name);
        CalendarTexts texts = texts(locale);
        model.addAttribute("line", texts.line(entry));
        model.addAttribute("versions", texts.versions(entry));
        model.addAttribute("changes", texts.changes(entry));
        addRecount(entry, model);
        PreviewForm form = PreviewForm.sent(fields);
        model.addAttribute("question", form);
        model.addAttribute("errors", Map.of());
        if (form.isAsked()) {
            answer(form, entry, texts, model);
        }
        return "desk/calendar";
    }

    /** The part of the page that tells how far the newest change has reached the clocks. */
    @GetMapping("/{name}/recount")
    String recount(@PathVariable String name, Locale locale, Model model) {
        CalendarBook.Entry entry = find(name);
        model.addAttribute("line", texts(locale).line(entry));
        addRecount(entry, model);
        return "desk/calendar :: recount";
    }

    private void addRecount(CalendarBook.Entry entry, Model model) {
        recounts.progressOf(entry.calendar().name(), entry.calendar().revision())
                .ifPresent(progress -> model.addAttribute("recount", progress));
    }

    private void answer(PreviewForm form, CalendarBook.Entry entry, CalendarTexts texts, Model model) {
        ZoneId zone = entry.calendar().zone();
        try {
            Preview preview = form.question(entry.calendar().name(), zone).answer(previews);
            model.addAttribute("due", texts.time(preview.due(), zone));
            model.addAttribute("total", new Lengths(messages, texts.locale()).of(preview.countedTime()));
            model.addAttribute(
                    "counted",
                    preview.counted().stream()
                            .map(part -> texts.say(
                                    "calendar.days", texts.time(part.from(), zone), texts.time(part.to(), zone)))
                            .toList());
        } catch (FlawsException refused) {
            model.addAttribute("errors", texts.errors(refused.flaws()));
        }
    }

    @GetMapping("/new")
    String create(Locale locale, Model model) {
        return form(CalendarForm.empty(), List.of(), locale, model);
    }

    /** @param from the version to begin with, by the day from which it applies; the latest one if absent */
    @GetMapping("/{name}/edit")
    String edit(@PathVariable String name, @RequestParam Optional<String> from, Locale locale, Model model) {
        CalendarBook.Entry entry = find(name);
        List<CalendarVersion> versions = entry.calendar().versions();
        CalendarVersion base = versions.stream()
                .filter(version ->
                        from.isPresent() && version.validFrom().toString().equals(from.get()))
                .findFirst()
                .orElse(versions.get(versions.size() - 1));
        LocalDate today = LocalDate.now(clock.withZone(base.zone()));
        LocalDate validFrom = base.validFrom().isAfter(today) ? base.validFrom() : today;
        return form(CalendarForm.of(name, entry.calendar().revision(), base, validFrom), List.of(), locale, model);
    }

    /** Fills in the holidays of a country, or saves. */
    @PostMapping
    String save(
            @RequestParam Map<String, String> fields,
            Reader reader,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        CalendarForm form = CalendarForm.sent(fields);
        if (fields.containsKey("fill")) {
            return fill(form, fields, locale, model, response);
        }
        CalendarReading reading = form.read();
        List<Flaw> flaws = new ArrayList<>(reading.flaws());
        if (!CalendarBook.isName(form.name())) {
            flaws.add(new Flaw("name", "calendar.flaw.name", List.of()));
        }
        if (!flaws.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(form, flaws, locale, model);
        }
        CalendarDraft draft = reading.draft().orElseThrow();
        if (calendars
                .changeIfStill(form.name(), form.seen(), draft, reader.id())
                .isEmpty()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            String code = form.seen() == 0 ? "calendar.flaw.taken" : "calendar.flaw.overtaken";
            return form(form, List.of(new Flaw("name", code, List.of())), locale, model);
        }
        redirect.addFlashAttribute("notice", "calendar.saved");
        return "redirect:/desk/calendars/" + form.name();
    }

    private String fill(
            CalendarForm form, Map<String, String> fields, Locale locale, Model model, HttpServletResponse response) {
        String country = fields.getOrDefault("country", "");
        String year = fields.getOrDefault("year", "").strip();
        model.addAttribute("country", country);
        model.addAttribute("year", year);
        if (!holidays.knows(country)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(form, List.of(new Flaw("country", "calendar.flaw.country", List.of(country))), locale, model);
        }
        if (!year.matches("\\d{4}") || !PublicHolidays.isCovered(Integer.parseInt(year))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(form, List.of(new Flaw("year", "calendar.flaw.year", List.of())), locale, model);
        }
        List<PublicHolidays.PublicHoliday> found = holidays.of(country, Integer.parseInt(year), locale);
        model.addAttribute("filled", found);
        return form(form.with(found), List.of(), locale, model);
    }

    private String form(CalendarForm form, List<Flaw> flaws, Locale locale, Model model) {
        CalendarTexts texts = texts(locale);
        model.addAttribute("form", form);
        model.addAttribute("errors", texts.errors(flaws));
        model.addAttribute("days", texts.daysOfWeek());
        model.addAttribute("zones", new TreeSet<>(ZoneId.getAvailableZoneIds()));
        model.addAttribute("nextYear", LocalDate.now(clock).getYear() + 1);
        model.addAttribute("countries", holidays.countries(locale));
        model.addAttribute(
                "languageBase", "/desk/calendars" + (form.seen() == 0 ? "/new" : "/" + form.name() + "/edit"));
        return "desk/calendar-edit";
    }

    private CalendarBook.Entry find(String name) {
        return calendars.find(name).orElseThrow(() -> new ProblemException(HttpStatus.NOT_FOUND, "calendar.unknown"));
    }

    private CalendarTexts texts(Locale locale) {
        return new CalendarTexts(messages, staff, locale);
    }
}
