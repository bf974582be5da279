package io.careloop.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Somebody who calls the engine from outside, by REST or one of its web applications. */
record Caller(String user, List<String> groups) {

    /**
     * Empty if nobody has signed in to the engine, and while a command runs: then it is a delegate or the engine itself
     * that calls, not the user who set it in motion.
     */
    static Optional<Caller> of(IdentityService identity) {
        Authentication authentication = identity.getCurrentAuthentication();
        if (authentication == null || authentication.getUserId() == null || Context.getCommandContext() != null) {
            return Optional.empty();
        }
        List<String> groups = authentication.getGroupIds();
        return Optional.of(new Caller(authentication.getUserId(), groups == null ? List.of() : groups));
    }
}
