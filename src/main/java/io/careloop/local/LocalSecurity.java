package io.careloop.local;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The local page asks for no sign-in, and answers to this machine only. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnLocalMail
class LocalSecurity {

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    @Bean
    @Order(5)
    SecurityFilterChain localChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/local", "/local/**")
                .authorizeHttpRequests(all -> all.anyRequest()
                        .access((user, context) -> new AuthorizationDecision(isFromHere(context.getRequest()))))
                .headers(headers -> headers.contentSecurityPolicy(
                        csp -> csp.policyDirectives("default-src 'none'; style-src 'self'; img-src 'self' data:;"
                                + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'")))
                .build();
    }

    /** Its name is checked as well: another site's name that leads here (DNS rebinding, a proxy) opens nothing. */
    private static boolean isFromHere(HttpServletRequest request) {
        try {
            return OWN_NAMES.contains(request.getServerName())
                    && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
