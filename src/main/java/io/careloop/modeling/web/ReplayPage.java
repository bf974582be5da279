package io.careloop.modeling.web;

import io.careloop.deadline.CalendarBook;
import io.careloop.engine.ModelKind;
import io.careloop.engine.ProblemException;
import io.careloop.engine.RunningModel;
import io.careloop.engine.RunningModels;
import io.careloop.modeling.replay.DeploymentReasons;
import io.careloop.modeling.replay.Outcome;
import io.careloop.modeling.replay.Replay;
import io.careloop.modeling.replay.Replay.Kind;
import io.careloop.modeling.replay.Replay.Row;
import io.careloop.modeling.replay.Replays;
import io.careloop.modeling.web.ReplayRequests.Asked;
import io.careloop.modeling.web.ReplayRequests.Days;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Changed models tried on the past, for people. */
@Controller
@RequestMapping("/modeling/replay")
class ReplayPage {

    private static final int ROWS = 50;
    private static final int DAYS = 90;
    private static final int LONGEST_REASON = 1000;

    private final Replays replays;
    private final ReplayRequests requests;
    private final DeploymentReasons reasons;
    private final RunningModels running;
    private final CalendarBook calendars;
    private final MessageSource messages;
    private final Clock clock;
    private final ZoneId zone;

    ReplayPage(
            Replays replays,
            ReplayRequests requests,
            DeploymentReasons reasons,
            RunningModels running,
            CalendarBook calendars,
            MessageSource messages,
            Clock clock,
            @Value("${careloop.cases.zone:Asia/Shanghai}") ZoneId zone) {
        this.replays = replays;
        this.requests = requests;
        this.reasons = reasons;
        this.running = running;
        this.calendars = calendars;
        this.messages = messages;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping
    String overview(Locale locale, Model model) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        return overview(Change.NONE, new Days(today.minusDays(DAYS), today), locale, model);
    }

    @PostMapping("/{what:tables|diagrams|clocks}")
    String tryChange(
            @PathVariable String what,
            Change change,
            Principal user,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Asked asked = switch (what) {
            case "tables" -> requests.table(change.file(), change.table(), change.days(), user.getName());
            case "diagrams" -> requests.diagram(change.file(), change.diagram(), change.days(), user.getName());
            default -> requests.clocks(change.file(), change.calendar(), change.days(), user.getName());
        };
        if (asked.id() != null) {
            return "redirect:/modeling/replay/" + asked.id();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute(
                what + "Faults",
                asked.faults().stream()
                        .map(fault -> (fault.field().equals("file") ? "" : fault.field() + ": ")
                                + messages.getMessage(fault.code(), fault.arguments(), locale))
                        .toList());
        return overview(change, change.days(), locale, model);
    }

    @GetMapping("/{id:\\d+}")
    String show(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "0") int page,
            Locale locale,
            Model model) {
        Replay replay = progress(id, locale, model);
        model.addAttribute("needsReason", reasons.isNeededFor(replay));
        model.addAttribute("mostStuck", reasons.mostStuckPercent());
        model.addAttribute("given", reasons.find(replay.sha256()).orElse(null));
        Outcome chosen = Arrays.stream(Outcome.values())
                .filter(one -> one.code().equals(outcome))
                .findFirst()
                .orElse(null);
        int asked = Math.max(0, Math.min(page, 1_000_000));
        List<Row> found = replays.rowsOf(id, chosen, asked, ROWS + 1);
        model.addAttribute("counts", replays.countsOf(id));
        model.addAttribute("rows", found.stream().limit(ROWS).toList());
        model.addAttribute("page", asked);
        model.addAttribute("hasNext", found.size() > ROWS);
        model.addAttribute("outcome", chosen == null ? "" : chosen.code());
        model.addAttribute(
                "listed",
                replay.kind() == Kind.DIAGRAM
                        ? List.of("failed", "lost", "changed", "unknown")
                        : List.of("changed", "failed", "unknown"));
        return "modeling/replay";
    }

    /** The part that a run that goes on asks for again; the page comes anew when it is over. */
    @GetMapping("/{id:\\d+}/progress")
    String progress(@PathVariable long id, Locale locale, Model model, HttpServletResponse response) {
        if (!progress(id, locale, model).isGoingOn()) {
            response.setHeader("HX-Refresh", "true");
        }
        return "modeling/replay :: progress";
    }

    @PostMapping("/{id:\\d+}/cancel")
    String cancel(@PathVariable long id) {
        find(id);
        replays.cancel(id);
        return "redirect:/modeling/replay/" + id;
    }

    /** Says why the file is deployed though it leaves many cases stuck. */
    @PostMapping("/{id:\\d+}/reason")
    String giveReason(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", "modeling.reason-missing");
            model.addAttribute("reason", reason);
            return show(id, "", 0, locale, model);
        }
        reasons.give(find(id), user.getName(), reason);
        return "redirect:/modeling/replay/" + id;
    }

    private Replay progress(long id, Locale locale, Model model) {
        Replay replay = find(id);
        model.addAttribute("replay", replay);
        model.addAttribute("texts", new ReplayTexts(messages, locale, zone));
        return replay;
    }

    private String overview(Change change, Days days, Locale locale, Model model) {
        model.addAttribute("days", days);
        model.addAttribute("change", change);
        model.addAttribute("tables", running(ModelKind.TABLE));
        model.addAttribute("diagrams", running(ModelKind.DIAGRAM));
        model.addAttribute(
                "calendars",
                calendars.all().stream().map(entry -> entry.calendar().name()).toList());
        model.addAttribute("replays", replays.all());
        model.addAttribute("texts", new ReplayTexts(messages, locale, zone));
        return "modeling/replays";
    }

    private List<RunningModel> running(ModelKind kind) {
        return running.diagramsAndTables().stream()
                .filter(one -> one.kind() == kind)
                .toList();
    }

    private Replay find(long id) {
        return replays.find(id).orElseThrow(() -> new ProblemException(HttpStatus.NOT_FOUND, "replay.none"));
    }

    /** What is tried, and on which days; what the form does not have is empty. */
    record Change(MultipartFile file, String table, String diagram, String calendar, String from, String to) {

        private static final Change NONE = new Change(null, null, null, null, null, null);

        Change {
            table = Objects.requireNonNullElse(table, "");
            diagram = Objects.requireNonNullElse(diagram, "");
            calendar = Objects.requireNonNullElse(calendar, "");
        }

        Days days() {
            return new Days(day(from), day(to));
        }

        /** Null for what is no day. */
        private static LocalDate day(String text) {
            try {
                return LocalDate.parse(Objects.requireNonNullElse(text, ""));
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    }
}
