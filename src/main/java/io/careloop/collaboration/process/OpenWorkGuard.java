package io.careloop.collaboration.process;

import io.careloop.cases.CaseReference;
import io.careloop.collaboration.Branches;
import io.careloop.collaboration.Collaborations;
import io.careloop.engine.EndingGuard;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** No road ends a case, its collaboration or a question while departments are at work on it. */
@Component
class OpenWorkGuard implements EndingGuard {

    private static final String REFUSED = "closing-held-up";

    private final Collaborations collaborations;
    private final Branches branches;

    OpenWorkGuard(Collaborations collaborations, Branches branches) {
        this.collaborations = collaborations;
        this.branches = branches;
    }

    @Override
    public Optional<String> keepsOpen(String processKey, String businessKey, Function<String, Object> variables) {
        boolean open = switch (processKey) {
            case CollaborationModel.QUESTION -> isOpen(variables.apply(CollaborationModel.Variable.BRANCH_ID));
            case CollaborationModel.SERVICE_REQUEST, CollaborationModel.COLLABORATION ->
                CaseReference.parse(businessKey).flatMap(collaborations::open).isPresent();
            default -> false;
        };
        return open ? Optional.of(REFUSED) : Optional.empty();
    }

    private boolean isOpen(Object branch) {
        return branch instanceof Long id && branches.get(id).isOpen();
    }
}
