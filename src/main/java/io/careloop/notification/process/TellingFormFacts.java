package io.careloop.notification.process;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.Contacts;
import io.careloop.engine.FormText;
import io.careloop.engine.TaskFormFacts;
import io.careloop.notification.Delivery;
import io.careloop.notification.Tellings;
import io.careloop.notification.process.MessageByPersonModel.Variable;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the form of {@code Activity_TellCustomer} shows: the message, why it needs a person, and where to call. */
@Component
class TellingFormFacts implements TaskFormFacts {

    private final Tellings tellings;
    private final CaseFiles cases;
    private final Contacts contacts;
    private final MessageSource words;

    TellingFormFacts(Tellings tellings, CaseFiles cases, Contacts contacts, MessageSource words) {
        this.tellings = tellings;
        this.cases = cases;
        this.contacts = contacts;
        this.words = words;
    }

    @Override
    public Map<String, Object> factsFor(String businessKey, String formKey) {
        return Map.of();
    }

    @Override
    public Map<String, Object> factsFor(String businessKey, String formKey, Function<String, Object> variables) {
        if (!formKey.equals(MessageByPersonModel.FORM)) {
            return Map.of();
        }
        return Optional.ofNullable((String) variables.apply(Variable.MESSAGE_ID))
                .map(UUID::fromString)
                .flatMap(tellings::find)
                .filter(delivery -> delivery.reference().value().equals(businessKey))
                .map(this::facts)
                .orElse(Map.of());
    }

    private Map<String, Object> facts(Delivery delivery) {
        String phone = contacts.get(cases.get(delivery.reference()).contactId()).phone();
        return Map.of(
                "messageCause",
                words.getMessage(
                        "desk.messages.cause." + delivery.cause().code(), null, LocaleContextHolder.getLocale()),
                "messageSubject",
                FormText.plain(delivery.subject()),
                "messageText",
                FormText.plain(delivery.text()),
                "messageHasAddress",
                delivery.hasAddress() ? "yes" : "no",
                "customerPhone",
                FormText.plain(phone));
    }
}
