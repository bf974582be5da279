package io.careloop.deadline;

import io.careloop.cases.CaseFile;
import io.careloop.deadline.ClockFact.What;
import io.careloop.notification.MessageFacts;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What messages say of the last extension of a case: why, and until when. */
@Component
class ExtensionFacts implements MessageFacts {

    private static final String REASON = "extensionReason";
    private static final String UNTIL = "extendedUntil";
    private static final Set<String> OWN = Set.of(REASON, UNTIL);

    private final ClockStore store;
    private final WorkingTime workingTime;

    ExtensionFacts(ClockStore store, WorkingTime workingTime) {
        this.store = store;
        this.workingTime = workingTime;
    }

    @Override
    public Map<String, Object> factsFor(CaseFile file, Locale locale, Set<String> wanted) {
        if (Collections.disjoint(wanted, OWN)) {
            return Map.of();
        }
        return lastDecision(file)
                .map(fact -> Map.<String, Object>of(
                        REASON,
                        fact.values().get("reason"),
                        UNTIL,
                        formatted(Instant.parse(fact.values().get("due")), locale)))
                .orElse(Map.of());
    }

    private Optional<ClockFact> lastDecision(CaseFile file) {
        return store.chainOf(file.reference()).facts().stream()
                .filter(fact -> fact.clock().equals(ClockId.RESOLUTION.toString()))
                .filter(fact ->
                        What.of(fact.what()).filter(What.DECIDED::equals).isPresent())
                .max(Comparator.comparingInt(ClockFact::number));
    }

    private String formatted(Instant due, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(workingTime.zone())
                .format(due);
    }
}
