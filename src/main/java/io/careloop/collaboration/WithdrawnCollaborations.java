package io.careloop.collaboration;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseBeingWithdrawn;
import io.careloop.cases.CaseReference;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a customer takes back no department has to answer; the process of the case ends with theirs. */
@Component
class WithdrawnCollaborations {

    private static final String WITHDRAWN = "the customer took the request back";

    private final Collaborations collaborations;
    private final Branches branches;

    WithdrawnCollaborations(Collaborations collaborations, Branches branches) {
        this.collaborations = collaborations;
        this.branches = branches;
    }

    @EventListener
    void on(CaseBeingWithdrawn event) {
        CaseReference reference = event.reference();
        collaborations.open(reference).ifPresent(run -> {
            collaborations
                    .openBranches(run.id())
                    .forEach(branch -> branches.drop(branch.id(), WITHDRAWN, Actors.SYSTEM));
            collaborations.abandon(reference);
        });
    }
}
