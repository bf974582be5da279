package io.careloop.intake;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.ContactDetails;
import io.careloop.cases.NewCase;
import io.careloop.cases.TrackingTokens;
import org.springframework.stereotype.Component;

/** Stands in until the real one does. */
@Component
class StubRegistrations implements Registrations {

    private final CaseFiles cases;
    private final TrackingTokens tokens;

    StubRegistrations(CaseFiles cases, TrackingTokens tokens) {
        this.cases = cases;
        this.tokens = tokens;
    }

    @Override
    public Registration register(Request request, String idempotencyKey) {
        CaseFile file = cases.register(new NewCase(
                request.channel(),
                new ContactDetails(request.name(), request.contact(), null, request.locale()),
                request.subject(),
                request.description(),
                request.urgency(),
                request.remedySought(),
                request.triedSteps(),
                request.product(),
                request.owner() == null ? "agent" : request.owner(),
                null));
        return new Registration.Registered(file.reference(), tokens.issue(file.reference()), false);
    }
}
