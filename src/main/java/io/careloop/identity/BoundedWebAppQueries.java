package io.careloop.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives the lists that Cockpit asks for without an end the longest that the engine allows. The engine refuses unbounded
 * queries of users, and Cockpit would show an empty corner instead.
 */
class BoundedWebAppQueries extends OncePerRequestFilter {

    private static final String PARAMETER = "maxResults";

    private final int longest;

    /** @param longest the engine's own limit */
    BoundedWebAppQueries(int longest) {
        this.longest = longest;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + "/camunda/api/engine/")
                || (request.getQueryString() != null && request.getQueryString().contains(PARAMETER));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString() == null ? "" : request.getQueryString() + "&";
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getQueryString() {
                        return query + PARAMETER + "=" + longest;
                    }
                },
                response);
    }
}
