package io.careloop.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;

/**
 * Tells the engine's web applications who has signed in with us, so that they ask for no password of their own. They
 * make it themselves from its class name, hence public with a public constructor.
 */
public class WebAppSignIn implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        return SignedIn.current().map(WebAppSignIn::successful).orElseGet(AuthenticationResult::unsuccessful);
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // the pages send whoever has not signed in to the sign-in page; a browser's own dialog would be a second way in
    }

    private static AuthenticationResult successful(SignedIn who) {
        AuthenticationResult result = AuthenticationResult.successful(who.user());
        result.setGroups(who.groups());
        return result;
    }
}
