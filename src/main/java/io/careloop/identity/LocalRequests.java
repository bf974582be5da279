package io.careloop.identity;

import java.util.List;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Requests of programs on this machine. Those that a proxy on this machine passes on come from elsewhere. */
final class LocalRequests {

    private static final List<IpAddressMatcher> LOOPBACK =
            List.of(new IpAddressMatcher("127.0.0.0/8"), new IpAddressMatcher("::1"));
    private static final List<String> PASSED_ON = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via");

    static AuthorizationManager<RequestAuthorizationContext> or(
            AuthorizationManager<RequestAuthorizationContext> others) {
        return (authentication, context) -> isLocal(context)
                ? new AuthorizationDecision(true)
                : new AuthorizationDecision(
                        others.authorize(authentication, context).isGranted());
    }

    private static boolean isLocal(RequestAuthorizationContext context) {
        var request = context.getRequest();
        return LOOPBACK.stream().anyMatch(address -> address.matches(request))
                && PASSED_ON.stream().allMatch(header -> request.getHeader(header) == null);
    }

    private LocalRequests() {}
}
