package io.careloop.notification;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Whether what somebody of the staff wrote may reach the customer: by mail, by telephone or on the customer's page. In a
 * restricted case only what an {@link OutboundGuard} approves does; the templates' own words always do.
 */
@Service
public class OutboundWords {

    private static final String UNAPPROVED = "outbound-unapproved";

    private final CaseFiles cases;
    private final ObjectProvider<OutboundGuard> guards;

    OutboundWords(CaseFiles cases, ObjectProvider<OutboundGuard> guards) {
        this.cases = cases;
        this.guards = guards;
    }

    /** @return code of the sentence for the writer, {@code refusal.<code>}; empty if the words may go */
    public Optional<String> refusalOf(CaseReference reference, String text) {
        return cases.get(reference).restrictedTo() == null
                        || guards.orderedStream().anyMatch(guard -> guard.approves(reference, text))
                ? Optional.empty()
                : Optional.of(UNAPPROVED);
    }
}
