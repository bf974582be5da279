package io.careloop.identity;

import static io.careloop.identity.Groups.ADMINISTRATORS;
import static io.careloop.identity.Groups.AUDITORS;
import static io.careloop.identity.Groups.MANAGERS;
import static io.careloop.identity.Groups.OWNERS;
import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who reaches which address. Modules with addresses of their own that need no sign-in bring a chain with an order below
 * 100; what no chain names is refused.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String LOGIN = "/login";

    private static final RequestMatcher STAFF_PAGES =
            anyOf("/staff/**", "/desk/**", "/insight/**", "/modeling/**", "/camunda", "/camunda/", "/camunda/app/**");

    /** The engine's REST API for tools: name and password with each request, no session, no cookie. */
    @Bean
    @Order(100)
    SecurityFilterChain engineRest(HttpSecurity http, IdentityService identity) throws Exception {
        return http.securityMatcher("/engine-rest/**")
                .authorizeHttpRequests(requests -> requests
                        // a browser that remembers the password would send it along with a foreign page's form
                        .requestMatchers(new RequestHeaderRequestMatcher("Sec-Fetch-Site", "cross-site"))
                        .denyAll()
                        .anyRequest()
                        .access(staff()))
                .httpBasic(basic -> basic.realmName("Careloop"))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterAfter(new EngineRequestFilter(identity), AuthorizationFilter.class)
                .build();
    }

    /** Tasklist, Cockpit, Admin: our session; they bring their own protection against forged requests and headers. */
    @Bean
    @Order(110)
    SecurityFilterChain webApps(HttpSecurity http, RequestCache requests) throws Exception {
        return http.securityMatcher("/camunda/**")
                .authorizeHttpRequests(rules -> rules.requestMatchers(
                                "/camunda/api/admin/auth/user/*/login/**", "/camunda/api/admin/setup/**")
                        .denyAll()
                        .requestMatchers("/camunda/api/admin/auth/**")
                        .access(staff())
                        .requestMatchers("/camunda/app/admin/**", "/camunda/api/admin/**")
                        .access(members(ADMINISTRATORS))
                        .requestMatchers("/camunda/app/cockpit/**", "/camunda/api/cockpit/**")
                        .access(members(MANAGERS, AUDITORS, OWNERS, ADMINISTRATORS))
                        .anyRequest()
                        .access(staff()))
                .logout(logout -> logout.logoutRequestMatcher(PathPatternRequestMatcher.withDefaults()
                                .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"))
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.OK)))
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(LOGIN), STAFF_PAGES)
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), request -> true))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.requestCache(requests))
                .headers(WebAppHeaders::set)
                .build();
    }

    /** The staff's API: the session with its token against forged requests, or name and password. */
    @Bean
    @Order(120)
    SecurityFilterChain staffApi(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/insight/**")
                        .access(members(MANAGERS, AUDITORS, ADMINISTRATORS))
                        .requestMatchers("/api/modeling/**")
                        .access(members(OWNERS, ADMINISTRATORS))
                        .requestMatchers(HttpMethod.PUT, "/api/deadlines/calendars/**")
                        .access(members(MANAGERS, ADMINISTRATORS))
                        .anyRequest()
                        .access(staff()))
                .httpBasic(basic -> basic.realmName("Careloop"))
                .csrf(csrf -> csrf.ignoringRequestMatchers(SecurityConfiguration::carriesPassword))
                .requestCache(cache -> cache.disable())
                .headers(PageHeaders::strict)
                .build();
    }

    /** The staff's pages, signing in and out, operations; all else is refused. */
    @Bean
    @Order(1000)
    SecurityFilterChain pages(HttpSecurity http, RequestCache requests) throws Exception {
        return http.authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(LOGIN, "/error", "/webjars/**", "/*.css", "/*.svg", "/js/**", "/favicon.ico")
                        .permitAll()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access(LocalRequests.or(members(ADMINISTRATORS)))
                        .requestMatchers("/desk/**")
                        .access(members(caseWorkers()))
                        .requestMatchers("/insight/**")
                        .access(members(MANAGERS, AUDITORS, ADMINISTRATORS))
                        .requestMatchers("/modeling/**")
                        .access(members(OWNERS, ADMINISTRATORS))
                        .requestMatchers("/staff/**", "/v3/api-docs/**", "/swagger-ui/**", "/swagger-ui.html")
                        .access(staff())
                        .anyRequest()
                        .denyAll())
                .formLogin(login -> login.loginPage(LOGIN).successHandler(new StartPage(requests)))
                .logout(logout -> logout.logoutSuccessUrl(LOGIN + "?signed-out"))
                .httpBasic(withDefaults())
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(LOGIN), STAFF_PAGES)
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                                PathPatternRequestMatcher.withDefaults().matcher("/actuator/**"))
                        .defaultAuthenticationEntryPointFor(
                                (request, response, refused) -> response.sendError(HttpServletResponse.SC_NOT_FOUND),
                                request -> true))
                .requestCache(cache -> cache.requestCache(requests))
                .headers(PageHeaders::strict)
                .build();
    }

    /** Several servlets share the addresses, so patterns are matched against the whole path. */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean pathPatterns() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /** After signing in one goes on to a page, never to a call that a page made. */
    @Bean
    RequestCache requestedPages() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod()) && STAFF_PAGES.matches(request));
        return cache;
    }

    private static AuthorizationManager<RequestAuthorizationContext> staff() {
        return members(Groups.ALL.toArray(String[]::new));
    }

    private static String[] caseWorkers() {
        return Stream.concat(Groups.WORKING.stream(), Stream.of(MANAGERS, AUDITORS, ADMINISTRATORS))
                .toArray(String[]::new);
    }

    private static AuthorizationManager<RequestAuthorizationContext> members(String... groups) {
        return AuthorityAuthorizationManager.hasAnyAuthority(
                Arrays.stream(groups).map(Groups::authority).toArray(String[]::new));
    }

    private static boolean carriesPassword(jakarta.servlet.http.HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, "Basic ", 0, 6);
    }

    private static RequestMatcher anyOf(String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns)
                .map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toArray(RequestMatcher[]::new));
    }
}
