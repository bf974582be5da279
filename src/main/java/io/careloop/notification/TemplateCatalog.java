package io.careloop.notification;

import io.careloop.notification.MessageTemplate.Purpose;
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

    /** Whether there is a template in use that customers are told by. */
    public boolean hasForCustomers(String name) {
        return templates.has(name, Purpose.CUSTOMER);
    }

    /** Whether there is a template in use that the staff is told by. */
    public boolean hasForStaff(String name) {
        return templates.has(name, Purpose.STAFF);
    }
}
