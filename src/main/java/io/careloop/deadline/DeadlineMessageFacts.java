package io.careloop.deadline;

import io.careloop.cases.CaseFile;
import io.careloop.notification.MessageFacts;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What messages say of clocks: which one a notice is about and how much of its time is used, and what the customer may
 * count on next.
 */
@Component
class DeadlineMessageFacts implements MessageFacts {

    private static final String NEXT_DUE = "nextDue";
    private static final Set<String> OF_A_NOTICE = Set.of("clockName", "clockDue", "clockShare");

    private final CustomerExpectations expectations;
    private final MessageSource messages;

    DeadlineMessageFacts(CustomerExpectations expectations, MessageSource messages) {
        this.expectations = expectations;
        this.messages = messages;
    }

    @Override
    public Map<String, Object> factsFor(CaseFile file, Locale locale, Set<String> wanted) {
        return factsFor(file, locale, wanted, "");
    }

    @Override
    public Map<String, Object> factsFor(CaseFile file, Locale locale, Set<String> wanted, String reason) {
        Map<String, Object> facts = new HashMap<>();
        if (!Collections.disjoint(wanted, OF_A_NOTICE)) {
            NoticeKey.parse(reason).ifPresent(notice -> {
                facts.put("clockName", nameOf(notice.clock(), locale));
                facts.put("clockDue", expectations.written(notice.dueAt(), locale));
                facts.put("clockShare", notice.percent());
            });
        }
        if (wanted.contains(NEXT_DUE)) {
            expectations.nextOf(file, locale).ifPresent(due -> facts.put(NEXT_DUE, due));
        }
        return facts;
    }

    private String nameOf(ClockId clock, Locale locale) {
        return messages.getMessage("deadline.clock." + clock.kind().name(), new Object[] {clock.subject()}, locale);
    }
}
