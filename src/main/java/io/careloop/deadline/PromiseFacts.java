package io.careloop.deadline;

import io.careloop.cases.CaseFile;
import io.careloop.notification.MessageFacts;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What messages say of promises: those that still have to be kept, one a line, with their dates. */
@Component
class PromiseFacts implements MessageFacts {

    private static final String PROMISES = "promises";

    private final PromiseStore store;
    private final WorkingTime workingTime;

    PromiseFacts(PromiseStore store, WorkingTime workingTime) {
        this.store = store;
        this.workingTime = workingTime;
    }

    @Override
    public Map<String, Object> factsFor(CaseFile file, Locale locale, Set<String> wanted) {
        if (!wanted.contains(PROMISES)) {
            return Map.of();
        }
        DateTimeFormatter date = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(workingTime.zone());
        String open = store.of(file.reference()).stream()
                .filter(Promise::isOpen)
                .map(promise -> "- %s: %s".formatted(date.format(promise.dueAt()), promise.text()))
                .collect(Collectors.joining("\n"));
        return Map.of(PROMISES, open);
    }
}
