package io.careloop.notification;

import io.careloop.notification.MessageTemplate.Purpose;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Which message templates a diagram can name. */
@Component
public class TemplateCatalog {

    private final MessageTemplates templates;

    @Autowired
    TemplateCatalog(MessageTemplates templates) {
        this.templates = templates;
    }

    /** Those of the release, without an application around. */
    public static TemplateCatalog ofRelease() {
        return new TemplateCatalog(new MessageTemplates());
    }

    /** Names of the templates in use that customers are told by. */
    public Set<String> forCustomers() {
        return names(Purpose.CUSTOMER);
    }

    /** Names of the templates in use that the staff is told by. */
    public Set<String> forStaff() {
        return names(Purpose.STAFF);
    }

    /** Whether there is a template in use that customers are told by. */
    public boolean hasForCustomers(String name) {
        return templates.has(name, Purpose.CUSTOMER);
    }

    /** Whether there is a template in use that the staff is told by. */
    public boolean hasForStaff(String name) {
        return templates.has(name, Purpose.STAFF);
    }

    private Set<String> names(Purpose purpose) {
        return templates.all(purpose, Locale.ENGLISH).stream()
                .map(MessageTemplate::name)
                .collect(Collectors.toSet());
    }
}
