package io.careloop.recovery.process;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.engine.FormText;
import io.careloop.engine.TaskFormFacts;
import io.careloop.recovery.Dissatisfaction;
import io.careloop.recovery.Learning;
import io.careloop.recovery.Recoveries;
import io.careloop.recovery.Recovery;
import io.careloop.recovery.RecoveryWords;
import io.careloop.recovery.process.RecoveryModel.Form;
import io.careloop.recovery.process.RecoveryModel.Variable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the forms of the recovery show: what went wrong, what was done about it, and what it came to. */
@Component
class RecoveryFormFacts implements TaskFormFacts {

    private static final Set<String> FORMS = Set.of(
            Form.APOLOGISE, Form.MAKE_GOOD, Form.CHECK_WITH_CUSTOMER, Form.APPROVE_COMPENSATION, Form.PAY_BY_HAND);

    private final CaseFiles cases;
    private final Recoveries recoveries;
    private final Dissatisfaction dissatisfaction;
    private final Timeline timeline;
    private final Learning learning;
    private final RecoveryWords words;
    private final CompensationFormFacts compensation;

    RecoveryFormFacts(
            CaseFiles cases,
            Recoveries recoveries,
            Dissatisfaction dissatisfaction,
            Timeline timeline,
            Learning learning,
            RecoveryWords words,
            CompensationFormFacts compensation) {
        this.cases = cases;
        this.recoveries = recoveries;
        this.dissatisfaction = dissatisfaction;
        this.timeline = timeline;
        this.learning = learning;
        this.words = words;
        this.compensation = compensation;
    }

    @Override
    public Map<String, Object> factsFor(String businessKey, String formKey) {
        return Map.of();
    }

    @Override
    public Map<String, Object> factsFor(String businessKey, String formKey, Function<String, Object> variables) {
        if (formKey.equals(Form.LEARN_FROM_ERROR)) {
            return Optional.ofNullable((Long) variables.apply(Variable.LEARNING))
                    .<Map<String, Object>>map(
                            item -> Map.of("whatWentWrong", FormText.plain(learning.whatWentWrong(item))))
                    .orElse(Map.of());
        }
        return FORMS.contains(formKey)
                ? CaseReference.parse(businessKey)
                        .flatMap(cases::find)
                        .map(file -> facts(file.reference(), file.locale(), variables))
                        .orElse(Map.of())
                : Map.of();
    }

    private Map<String, Object> facts(CaseReference reference, Locale customer, Function<String, Object> variables) {
        Locale reader = LocaleContextHolder.getLocale();
        Map<String, Object> facts = new HashMap<>(compensation.facts(reference, variables, reader));
        facts.put("customerLanguage", customer.getDisplayName(reader));
        facts.put("dissatisfaction", dissatisfaction.scoreOf(reference));
        facts.put("contributions", contributions(reference, reader));
        recoveries.latestOf(reference).ifPresent(recovery -> addRecovery(facts, recovery, reader));
        return facts;
    }

    private void addRecovery(Map<String, Object> facts, Recovery recovery, Locale reader) {
        facts.put(
                "failures",
                recoveries.failuresOf(recovery).stream()
                        .map(code -> "* " + FormText.plain(words.happening(code, reader)))
                        .collect(Collectors.joining("\n")));
        facts.put("fix", FormText.plain(recovery.fix()));
        facts.put("customerSaid", recovery.checks() == 0 ? "" : newest(recovery, Kind.RECOVERY_CHECKED));
    }

    private String newest(Recovery recovery, Kind kind) {
        return timeline.newest(recovery.reference(), kind)
                .map(TimelineEntry::text)
                .map(FormText::plain)
                .orElse("");
    }

    private String contributions(CaseReference reference, Locale reader) {
        return dissatisfaction.of(reference).stream()
                .map(contribution -> "* %s: +%d"
                        .formatted(
                                FormText.plain(words.happening(contribution.happening(), reader)),
                                contribution.points()))
                .collect(Collectors.joining("\n"));
    }
}
