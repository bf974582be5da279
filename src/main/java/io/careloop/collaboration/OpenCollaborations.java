package io.careloop.collaboration;

import io.careloop.cases.CaseReference;
import io.careloop.cases.ClosingCondition;
import org.springframework.stereotype.Component;

/** A case stays open while departments work on it. */
@Component
class OpenCollaborations implements ClosingCondition {

    private final CollaborationStore store;

    OpenCollaborations(CollaborationStore store) {
        this.store = store;
    }

    @Override
    public boolean holdsOpen(CaseReference reference) {
        return store.findOpen(reference).isPresent();
    }
}
