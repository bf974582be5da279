package io.careloop.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the groups of a session's user anew every minute, for our pages and the engine's: who has left or changed groups,
 * or stands in for somebody who is away, is not served by what was.
 */
@Component
class GroupsKeptFresh extends OncePerRequestFilter {

    private static final String READ_AT = GroupsKeptFresh.class.getName();
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final EngineSignIn signIn;
    private final Staff staff;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();

    GroupsKeptFresh(EngineSignIn signIn, Staff staff, Clock clock) {
        this.signIn = signIn;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && isDue(session)) {
            SignedIn.current().ifPresent(who -> refresh(who.user(), request, response, session));
        }
        chain.doFilter(request, response);
    }

    private boolean isDue(HttpSession session) {
        Object readAt = session.getAttribute(READ_AT);
        return !(readAt instanceof Instant instant)
                || Duration.between(instant, clock.instant()).abs().compareTo(EVERY) >= 0;
    }

    private void refresh(String user, HttpServletRequest request, HttpServletResponse response, HttpSession session) {
        if (staff.find(user).isEmpty()) {
            logout.logout(request, response, SecurityContextHolder.getContext().getAuthentication());
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signIn.signedIn(user));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        AuthenticationUtil.updateSession(session, new Authentications());
        session.setAttribute(READ_AT, clock.instant());
    }
}
