package io.careloop.identity;

import static io.careloop.identity.Groups.ADMINISTRATORS;
import static io.careloop.identity.Groups.AUDITORS;
import static io.careloop.identity.Groups.MANAGERS;
import static io.careloop.identity.Groups.OWNERS;
import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who reaches which address. Modules with addresses of their own that need no sign-in bring a chain with an order below
 * 100; what no chain names is refused.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String LOGIN = "/login";

    private static final RequestMatcher STAFF_PAGES = Access.anyOf(
            "/staff/**", "/desk/**", "/insight/**", "/modeling/**", "/camunda", "/camunda/", "/camunda/app/**");

    /** A browser that remembers a password would send it along with a foreign page's form. */
    private static final RequestMatcher FOREIGN_PAGES = new RequestHeaderRequestMatcher("Sec-Fetch-Site", "cross-site");

    /** The engine's REST API for tools: name and password with each request, no session, no cookie. */
    @Bean
    @Order(100)
    SecurityFilterChain engineRest(HttpSecurity http, IdentityService identity) throws Exception {
        return http.securityMatcher("/engine-rest/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(FOREIGN_PAGES)
                        .denyAll()
                        .anyRequest()
                        .access(Access.staff()))
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
    SecurityFilterChain webApps(
            HttpSecurity http,
            RequestCache requests,
            GroupsKeptFresh groups,
            @Value("${camunda.bpm.generic-properties.properties.queryMaxResultsLimit}") int longestList)
            throws Exception {
        return http.securityMatcher("/camunda/**")
                .authorizeHttpRequests(rules -> rules.requestMatchers(
                                "/camunda/api/admin/auth/user/*/login/**", "/camunda/api/admin/setup/**")
                        .denyAll()
                        .requestMatchers("/camunda/api/admin/auth/**")
                        .access(Access.staff())
                        .requestMatchers("/camunda/app/admin/**", "/camunda/api/admin/**")
                        .access(Access.members(ADMINISTRATORS))
                        .requestMatchers("/camunda/app/cockpit/**", "/camunda/api/cockpit/**")
                        .access(Access.members(MANAGERS, AUDITORS, OWNERS, ADMINISTRATORS))
                        .anyRequest()
                        .access(Access.staff()))
                .logout(logout -> logout.logoutRequestMatcher(PathPatternRequestMatcher.withDefaults()
                                .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"))
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.OK)))
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(LOGIN), STAFF_PAGES)
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), request -> true))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.requestCache(requests))
                .addFilterAfter(groups, SecurityContextHolderFilter.class)
                .addFilterAfter(new BoundedWebAppQueries(longestList), AuthorizationFilter.class)
                .headers(WebAppHeaders::set)
                .build();
    }

    /** The staff's API: the session with its token against forged requests, or name and password. */
    @Bean
    @Order(120)
    SecurityFilterChain staffApi(HttpSecurity http, GroupsKeptFresh groups) throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(FOREIGN_PAGES)
                        .denyAll()
                        .requestMatchers(HttpMethod.DELETE, "/api/insight/**")
                        .access(Access.members(MANAGERS))
                        .requestMatchers("/api/insight/**")
                        .access(Access.members(MANAGERS, AUDITORS))
                        .requestMatchers("/api/modeling/**")
                        .access(Access.members(OWNERS, ADMINISTRATORS))
                        .requestMatchers(HttpMethod.PUT, "/api/deadlines/calendars/**", "/api/deadlines/policies/**")
                        .access(Access.members(MANAGERS, ADMINISTRATORS))
                        .anyRequest()
                        .access(Access.staff()))
                .httpBasic(basic -> basic.realmName("Careloop"))
                .csrf(csrf -> csrf.ignoringRequestMatchers(Access::carriesPassword))
                .requestCache(cache -> cache.disable())
                .addFilterAfter(groups, SecurityContextHolderFilter.class)
                .headers(PageHeaders::strict)
                .build();
    }

    /** The staff's pages, signing in and out, operations; all else is refused. */
    @Bean
    @Order(1000)
    SecurityFilterChain pages(HttpSecurity http, RequestCache requests, GroupsKeptFresh groups) throws Exception {
        return http.authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(LOGIN, "/error", "/webjars/**", "/*.css", "/*.svg", "/js/**", "/favicon.ico")
                        .permitAll()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access(LocalRequests.or(Access.members(ADMINISTRATORS)))
                        .requestMatchers(HttpMethod.POST, "/desk/policies/**")
                        .access(Access.members(MANAGERS, ADMINISTRATORS))
                        .requestMatchers("/desk/calendars/**")
                        .access(Access.members(MANAGERS, ADMINISTRATORS))
                        .requestMatchers("/desk/**")
                        .access(Access.caseWorkers())
                        .requestMatchers("/insight/**")
                        .access(Access.members(MANAGERS, AUDITORS))
                        .requestMatchers("/modeling/**")
                        .access(Access.members(OWNERS, ADMINISTRATORS))
                        .requestMatchers("/staff/**", "/v3/api-docs/**", "/swagger-ui/**", "/swagger-ui.html")
                        .access(Access.staff())
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
                .addFilterAfter(groups, SecurityContextHolderFilter.class)
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

    /** It belongs into the chains above, behind what restores the session's user; not before all requests. */
    @Bean
    FilterRegistrationBean<GroupsKeptFresh> groupsAreReadInTheChainsOnly(GroupsKeptFresh groups) {
        FilterRegistrationBean<GroupsKeptFresh> registration = new FilterRegistrationBean<>(groups);
        registration.setEnabled(false);
        return registration;
    }
}
