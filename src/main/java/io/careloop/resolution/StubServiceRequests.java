package io.careloop.resolution;

import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Stands in until the real one does. */
@Component
class StubServiceRequests implements ServiceRequests {

    @Override
    public Optional<OpenQuestion> openQuestion(CaseReference reference) {
        return Optional.empty();
    }

    @Override
    public Outcome answer(CaseReference reference, boolean accepted, String reason, Channel channel, String actor) {
        return new Outcome.Refused("nothing-asked");
    }

    @Override
    public Outcome withdraw(CaseReference reference, String actor) {
        return new Outcome.Done(reference);
    }

    @Override
    public Outcome reopen(CaseReference reference, String reason, Channel channel, String actor) {
        return new Outcome.Done(reference);
    }
}
