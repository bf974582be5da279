package io.careloop.portal;

import io.careloop.identity.PageHeaders;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What anybody may reach without signing in. Nothing here knows a session, so any node answers any request. */
@Configuration(proxyBeanMethods = false)
class PortalSecurity {

    private static final Duration FORM_MAY_STAY_OPEN = Duration.ofDays(7);

    @Bean
    @Order(10)
    SecurityFilterChain portalApiChain(HttpSecurity http) throws Exception {
        return open(http, api())
                // no cookie and no session says who calls, so there is nothing for another site to ride on
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(11)
    SecurityFilterChain portalPagesChain(HttpSecurity http) throws Exception {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        // the web apps of the engine have a cookie of the usual name
        tokens.setCookieName("careloop-form");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").maxAge(FORM_MAY_STAY_OPEN));
        return open(http, pages())
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .build();
    }

    private static HttpSecurity open(HttpSecurity http, RequestMatcher requests) throws Exception {
        return http.securityMatcher(requests)
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> {
                    PageHeaders.strict(headers);
                    // the address of a tracking page is a secret
                    headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
                });
    }

    private static RequestMatcher api() {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(path.matcher(HttpMethod.POST, "/api/cases"), path.matcher("/api/tracking/**"));
    }

    private static RequestMatcher pages() {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(
                path.matcher("/"),
                path.matcher("/track/**"),
                path.matcher("/status"),
                path.matcher("/error"),
                path.matcher("/v3/api-docs/public"),
                path.matcher("/webjars/**"),
                path.matcher("/careloop.css"),
                path.matcher("/careloop.svg"),
                path.matcher("/favicon.ico"));
    }
}
