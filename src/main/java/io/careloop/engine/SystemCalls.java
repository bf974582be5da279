package io.careloop.engine;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * Calls the engine in the name of the application. What follows from somebody's action by our own rules, such as a timer
 * that moves, does not need that person's rights.
 */
@Component
public class SystemCalls {

    private final IdentityService identity;

    SystemCalls(IdentityService identity) {
        this.identity = identity;
    }

    public void run(Runnable calls) {
        ask(() -> {
            calls.run();
            return null;
        });
    }

    /** Whoever asks decides what of the answer the signed-in person may see. */
    public <T> T ask(Supplier<T> question) {
        return ask(identity::clearAuthentication, question);
    }

    /** Asks in the name and with the rights of somebody of the staff. */
    public <T> T askAs(String user, Collection<String> groups, Supplier<T> question) {
        return ask(() -> identity.setAuthentication(user, List.copyOf(groups)), question);
    }

    private <T> T ask(Runnable signIn, Supplier<T> question) {
        Authentication caller = identity.getCurrentAuthentication();
        signIn.run();
        try {
            return question.get();
        } finally {
            identity.clearAuthentication();
            if (caller != null) {
                identity.setAuthentication(caller);
            }
        }
    }
}
