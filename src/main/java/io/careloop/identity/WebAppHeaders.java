package io.careloop.identity;

import java.util.Arrays;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.CacheControlConfig;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What a browser may keep of the engine's web applications, which write all other security headers themselves. */
final class WebAppHeaders {

    static void set(HeadersConfigurer<HttpSecurity> headers) {
        headers.cacheControl(CacheControlConfig::disable)
                // a page kept from before has another nonce than the answer's policy, and would run no script
                .addHeaderWriter(on(new CacheControlHeadersWriter(), "/camunda/app/*/", "/camunda/app/*/*/"))
                // our own settings and looks: their addresses carry the engine's version, not ours
                .addHeaderWriter(on(
                        new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "no-cache"),
                        "/camunda/app/*/scripts/**",
                        "/camunda/app/*/styles/**",
                        "/camunda/app/*/locales/**"));
    }

    private static HeaderWriter on(HeaderWriter writer, String... patterns) {
        RequestMatcher[] matchers = Arrays.stream(patterns)
                .map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toArray(RequestMatcher[]::new);
        return new DelegatingRequestMatcherHeaderWriter(new OrRequestMatcher(matchers), writer);
    }

    private WebAppHeaders() {}
}
