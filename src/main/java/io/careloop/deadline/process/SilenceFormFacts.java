package io.careloop.deadline.process;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseMessage.Direction;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Conversation;
import io.careloop.deadline.CustomerExpectations;
import io.careloop.engine.FormText;
import io.careloop.engine.TaskFormFacts;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the form of {@code Activity_WriteToCustomer} shows: what the customer was told last, and what they wait for. */
@Component
class SilenceFormFacts implements TaskFormFacts {

    private static final String FORM = "deadline-write-to-customer";

    private final Conversation conversation;
    private final CaseFiles cases;
    private final CustomerExpectations expectations;

    SilenceFormFacts(Conversation conversation, CaseFiles cases, CustomerExpectations expectations) {
        this.conversation = conversation;
        this.cases = cases;
        this.expectations = expectations;
    }

    @Override
    public Map<String, Object> factsFor(String businessKey, String formKey) {
        return formKey.equals(FORM)
                ? CaseReference.parse(businessKey).map(this::facts).orElse(Map.of())
                : Map.of();
    }

    private Map<String, Object> facts(CaseReference reference) {
        return Map.of(
                "toldLast", FormText.plain(lastWord(reference)),
                "nextDue",
                        expectations
                                .nextOf(cases.get(reference), LocaleContextHolder.getLocale())
                                .orElse(""));
    }

    private String lastWord(CaseReference reference) {
        return conversation.of(reference).stream()
                .filter(message -> message.direction() == Direction.OUT)
                .reduce((earlier, later) -> later)
                .map(message -> message.text())
                .orElse("");
    }
}
