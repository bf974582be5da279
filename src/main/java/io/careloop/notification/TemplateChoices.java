package io.careloop.notification;

import io.careloop.cases.CaseFile;
import io.careloop.notification.MessageTemplate.Purpose;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which template a customer gets for the one that a diagram names. */
@Component
class TemplateChoices {

    private final ObjectProvider<TemplateChoice> choices;
    private final MessageTemplates templates;

    TemplateChoices(ObjectProvider<TemplateChoice> choices, MessageTemplates templates) {
        this.choices = choices;
        this.templates = templates;
    }

    String forCustomer(CaseFile file, String template) {
        return choices.orderedStream()
                .map(choice -> choice.inPlaceOf(template, file))
                .flatMap(Optional::stream)
                .filter(name -> templates.has(name, Purpose.CUSTOMER))
                .findFirst()
                .orElse(template);
    }
}
