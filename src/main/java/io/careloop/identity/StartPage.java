package io.careloop.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** After signing in: the page that was asked for, else the one where the user's work is. */
class StartPage extends SavedRequestAwareAuthenticationSuccessHandler {

    StartPage(RequestCache requests) {
        setRequestCache(requests);
    }

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        return SignedIn.of(authentication).map(StartPage::of).orElse("/staff");
    }

    private static String of(SignedIn who) {
        if (Groups.WORKING.stream().anyMatch(who::isIn)) {
            return "/camunda/app/tasklist/default/";
        }
        return who.isIn(Groups.MANAGERS) ? "/desk" : "/staff";
    }
}
