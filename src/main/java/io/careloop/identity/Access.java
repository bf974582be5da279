package io.careloop.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The words that {@link SecurityConfiguration} is written in. */
final class Access {

    /** Members of any group; a user without one may do nothing. */
    static AuthorizationManager<RequestAuthorizationContext> staff() {
        return members(Groups.ALL.toArray(String[]::new));
    }

    /** Those who read case files: process owners do not. */
    static AuthorizationManager<RequestAuthorizationContext> caseWorkers() {
        return members(Stream.concat(
                        Groups.WORKING.stream(), Stream.of(Groups.MANAGERS, Groups.AUDITORS, Groups.ADMINISTRATORS))
                .toArray(String[]::new));
    }

    static AuthorizationManager<RequestAuthorizationContext> members(String... groups) {
        return AuthorityAuthorizationManager.hasAnyAuthority(
                Arrays.stream(groups).map(Groups::authority).toArray(String[]::new));
    }

    static RequestMatcher anyOf(String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns)
                .map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toArray(RequestMatcher[]::new));
    }

    /** Such a request rides on no session, so it needs no token of one. */
    static boolean carriesPassword(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, "Basic ", 0, 6);
    }

    private Access() {}
}
