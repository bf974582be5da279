package io.careloop.notification;

import io.careloop.cases.CaseReference;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Stands in until the real one does. */
@Component
class StubNotifications implements Notifications {

    @Override
    public void toCustomer(CaseReference reference, String template, String reason) {}

    @Override
    public void toStaff(
            CaseReference reference,
            Collection<String> users,
            Collection<String> groups,
            String template,
            String reason) {}

    @Override
    public void fromStaff(CaseReference reference, String author, String subject, String text, String reason) {}
}
