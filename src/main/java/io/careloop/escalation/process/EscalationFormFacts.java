package io.careloop.escalation.process;

import io.careloop.cases.CaseReference;
import io.careloop.cases.CasesProperties;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.engine.FormText;
import io.careloop.engine.TaskFormFacts;
import io.careloop.escalation.ComparableCase;
import io.careloop.escalation.Escalation;
import io.careloop.escalation.EscalationHistory;
import io.careloop.escalation.EscalationHistory.Step;
import io.careloop.escalation.EscalationHistory.Told;
import io.careloop.escalation.GivenReason;
import io.careloop.escalation.process.EscalationModel.Form;
import io.careloop.identity.Staff;
import io.careloop.identity.StaffMember;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the forms of an escalation show beyond the summary of the case: why it climbs, what was tried and decided. */
@Component
class EscalationFormFacts implements TaskFormFacts {

    private static final Set<String> FORMS =
            Set.of(Form.REVIEW, Form.OFFER, Form.APPROVE_BY_LEGAL, Form.APPROVE_BY_QUALITY);
    private static final Set<Kind> TRIED = Set.of(
            Kind.SOLUTION_PROPOSED, Kind.QUESTION_ANSWERED, Kind.IMPLEMENTED, Kind.CALLED, Kind.DEPARTMENT_ANSWERED);
    private static final int LINE = 200;

    private final EscalationHistory history;
    private final Timeline timeline;
    private final Staff staff;
    private final MessageSource messages;
    private final CasesProperties properties;

    EscalationFormFacts(
            EscalationHistory history,
            Timeline timeline,
            Staff staff,
            MessageSource messages,
            CasesProperties properties) {
        this.history = history;
        this.timeline = timeline;
        this.staff = staff;
        this.messages = messages;
        this.properties = properties;
    }

    @Override
    public Map<String, Object> factsFor(String businessKey, String formKey) {
        if (!FORMS.contains(formKey)) {
            return Map.of();
        }
        return CaseReference.parse(businessKey)
                .flatMap(history::ofOpen)
                .map(told -> facts(told, formKey))
                .orElse(Map.of());
    }

    private Map<String, Object> facts(Told told, String formKey) {
        Escalation escalation = told.escalation();
        Map<String, Object> facts = new HashMap<>();
        facts.put("escalationReasons", lines(told.reasons(), this::reason));
        facts.put("riskName", escalation.hasRisk() ? say("escalation.risk." + escalation.risk()) : "");
        facts.put("dossierLink", "/desk/cases/" + escalation.reference() + "/dossier");
        facts.put("whatWasTried", lines(tried(escalation.reference()), this::entry));
        facts.put("reviewHistory", lines(told.steps(), this::step));
        facts.put("reviewRound", told.round());
        facts.put("draftAnswer", FormText.plain(escalation.answer()));
        facts.put("draftOffer", FormText.plain(told.offer()));
        if (formKey.equals(Form.REVIEW)) {
            // the last draft is where the next one begins
            facts.put("answerText", Objects.toString(escalation.answer(), ""));
        } else if (formKey.equals(Form.OFFER)) {
            facts.put("comparableCases", lines(history.comparable(escalation.reference()), this::comparable));
        }
        return facts;
    }

    private List<TimelineEntry> tried(CaseReference reference) {
        return timeline.of(reference).stream()
                .filter(entry -> TRIED.contains(entry.kind()))
                .toList();
    }

    private String reason(GivenReason given) {
        String words = given.words() == null ? "" : " · " + FormText.line(given.words(), LINE);
        return time(given.at()) + " · " + say("escalation.reason." + given.reason()) + words;
    }

    private String entry(TimelineEntry entry) {
        return "%s · %s · %s"
                .formatted(time(entry.at()), say("timeline." + entry.kind()), FormText.line(entry.text(), LINE));
    }

    private String step(Step step) {
        String words = step.words() == null ? "" : " · " + FormText.line(step.words(), LINE);
        String who = staff.find(step.actor()).map(StaffMember::name).orElse(step.actor());
        return "%s · %s · %s%s"
                .formatted(time(step.at()), FormText.plain(who), say("escalation.step." + step.what()), words);
    }

    private String comparable(ComparableCase other) {
        return "<a href=\"/desk/cases/%s\" target=\"_blank\">%s</a> · %s · %s · %s"
                .formatted(
                        other.reference(),
                        other.reference(),
                        time(other.at()),
                        say("desk.status." + other.status()),
                        FormText.line(other.offer(), LINE));
    }

    private static <T> String lines(List<T> things, Function<T, String> line) {
        return things.stream().map(thing -> "* " + line.apply(thing)).collect(Collectors.joining("\n"));
    }

    private String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(reader())
                .withZone(properties.zone())
                .format(instant);
    }

    /** A word of a table that an owner added stays as it is. */
    private String say(String key) {
        return messages.getMessage(key, null, key.substring(key.lastIndexOf('.') + 1), reader());
    }

    private static Locale reader() {
        return LocaleContextHolder.getLocale();
    }
}
