package io.careloop.modeling.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.deadline.CalendarBook;
import io.careloop.deadline.CalendarDraft;
import io.careloop.deadline.CalendarReading;
import io.careloop.engine.FindingWords;
import io.careloop.engine.ModelFile;
import io.careloop.engine.ModelFinding;
import io.careloop.engine.ModelKind;
import io.careloop.engine.RunningModels;
import io.careloop.modeling.RunningChecks;
import io.careloop.modeling.replay.Replays;
import io.careloop.modeling.replay.Replays.Refusal;
import io.careloop.modeling.replay.Replays.Started;
import io.careloop.modeling.replay.UnreadableTableException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Reads what somebody wants to try, and starts it. */
@Component
class ReplayRequests {

    private final Replays replays;
    private final RunningModels running;
    private final RunningChecks checks;
    private final FindingWords words;
    private final CalendarBook calendars;
    private final ObjectMapper json;
    private final ZoneId zone;

    ReplayRequests(
            Replays replays,
            RunningModels running,
            RunningChecks checks,
            FindingWords words,
            CalendarBook calendars,
            ObjectMapper json,
            @Value("${careloop.cases.zone:Asia/Shanghai}") ZoneId zone) {
        this.replays = replays;
        this.running = running;
        this.checks = checks;
        this.words = words;
        this.calendars = calendars;
        this.json = json;
        this.zone = zone;
    }

    /** @param id null if there are faults */
    record Asked(Long id, List<ReplayFault> faults) {

        private static Asked refused(String field, String code, Object... arguments) {
            return new Asked(null, List.of(new ReplayFault(field, code, arguments)));
        }
    }

    /**
     * Days are those of the service, the last one included.
     *
     * @param from null if there is none that can be read, as {@code to}
     */
    record Days(LocalDate from, LocalDate to) {

        boolean isPeriod() {
            return from != null && to != null && !to.isBefore(from);
        }
    }

    /** @param key of a table that runs, to be tried if no file is brought; may be null */
    Asked table(MultipartFile file, String key, Days days, String by) {
        return model(ModelKind.TABLE, file, key, days, table -> replays.tryTable(table, from(days), until(days), by));
    }

    /** @param key of a diagram that runs, to be tried if no file is brought; may be null */
    Asked diagram(MultipartFile file, String key, Days days, String by) {
        return model(
                ModelKind.DIAGRAM,
                file,
                key,
                days,
                diagram -> replays.tryDiagram(diagram, from(days), until(days), by));
    }

    private Asked model(ModelKind kind, MultipartFile file, String key, Days days, Start start) {
        if (!days.isPeriod()) {
            return Asked.refused("from", "replay.fault.period");
        }
        Optional<ModelFile> brought = fileOf(file);
        Optional<ModelFile> model = brought.isPresent() ? brought : running(kind, key);
        if (model.isEmpty()) {
            return Asked.refused(
                    "file", "replay.fault.no-%s-file".formatted(kind.name().toLowerCase(Locale.ROOT)));
        }
        return is(kind, model.get())
                ? tried(model.get(), start)
                : Asked.refused("file", "replay.fault.no-" + kind.ending());
    }

    /** @param calendar name of the calendar that the file changes; may be null for a table of limits */
    Asked clocks(MultipartFile file, String calendar, Days days, String by) {
        if (!days.isPeriod()) {
            return Asked.refused("from", "replay.fault.period");
        }
        Optional<ModelFile> brought = fileOf(file);
        if (brought.isEmpty()) {
            return Asked.refused("file", "replay.fault.no-clock-file");
        }
        ModelFile changed = brought.get();
        if (changed.name().toLowerCase(Locale.ROOT).endsWith(".json")) {
            return calendar(changed, Objects.toString(calendar, ""), days, by);
        }
        return is(ModelKind.TABLE, changed)
                ? tried(changed, table -> replays.tryLimits(table, from(days), until(days), by))
                : Asked.refused("file", "replay.fault.no-clock-file");
    }

    private Asked calendar(ModelFile file, String name, Days days, String by) {
        if (calendars.find(name).isEmpty()) {
            return Asked.refused("calendar", "replay.fault.calendar", name);
        }
        try {
            CalendarReading reading =
                    CalendarReading.of(json.readTree(new String(file.content(), StandardCharsets.UTF_8)));
            Optional<CalendarDraft> draft = reading.draft();
            return draft.isPresent()
                    ? started(replays.tryCalendar(name, draft.get(), file, from(days), until(days), by))
                    : new Asked(
                            null,
                            reading.flaws().stream()
                                    .map(flaw -> new ReplayFault(
                                            flaw.field(),
                                            flaw.code(),
                                            flaw.arguments().toArray()))
                                    .toList());
        } catch (JsonProcessingException e) {
            return Asked.refused("file", "replay.fault.unreadable", e.getOriginalMessage());
        }
    }

    private interface Start {
        Started start(ModelFile file) throws UnreadableTableException;
    }

    private Asked tried(ModelFile file, Start start) {
        List<ReplayFault> faults = checks.check(List.of(file)).findings().stream()
                .filter(ModelFinding::isFault)
                .map(this::fault)
                .toList();
        if (!faults.isEmpty()) {
            return new Asked(null, faults);
        }
        try {
            return started(start.start(file));
        } catch (UnreadableTableException e) {
            return Asked.refused("file", "replay.fault.unreadable", e.getMessage());
        }
    }

    private static Asked started(Started started) {
        Refusal refusal = started.refusal();
        return refusal == null
                ? new Asked(started.id(), List.of())
                : Asked.refused(
                        "file",
                        "replay.fault."
                                + refusal.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private ReplayFault fault(ModelFinding finding) {
        return new ReplayFault("file", "replay.fault.finding", words.line(finding, LocaleContextHolder.getLocale()));
    }

    private Optional<ModelFile> running(ModelKind kind, String key) {
        return Optional.ofNullable(key)
                .filter(text -> !text.isBlank())
                .flatMap(text -> running.find(kind, text))
                .map(model -> new ModelFile(model.key() + "." + kind.ending(), running.contentOf(model)));
    }

    private static boolean is(ModelKind kind, ModelFile file) {
        return file.kind().filter(kind::equals).isPresent();
    }

    private Instant from(Days days) {
        return days.from().atStartOfDay(zone).toInstant();
    }

    private Instant until(Days days) {
        return days.to().plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static Optional<ModelFile> fileOf(MultipartFile file) {
        return Optional.ofNullable(file).filter(brought -> !brought.isEmpty()).map(Uploads::model);
    }
}
