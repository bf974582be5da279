package io.careloop.engine;

import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** The engine's rights as they are, but who may not deploy is told so in words: the Modeler shows nothing else. */
class DeploymentRight extends AuthorizationCommandChecker {

    private final IdentityService identity;
    private final Refusals refusals;

    /** @return itself in the place of the engine's checker of rights, any other as it is */
    static CommandChecker inPlaceOf(CommandChecker checker, IdentityService identity, Refusals refusals) {
        return checker.getClass() == AuthorizationCommandChecker.class
                ? new DeploymentRight(identity, refusals)
                : checker;
    }

    private DeploymentRight(IdentityService identity, Refusals refusals) {
        this.identity = identity;
        this.refusals = refusals;
    }

    @Override
    public void checkCreateDeployment() {
        try {
            super.checkCreateDeployment();
        } catch (AuthorizationException e) {
            throw refusals.forbidden("deployment", user());
        }
    }

    private String user() {
        return Optional.ofNullable(identity.getCurrentAuthentication())
                .map(Authentication::getUserId)
                .orElse("");
    }
}
