package io.careloop.portal;

import io.careloop.engine.Languages;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Every page speaks the language chosen by the switch ({@code ?lang=}), else the one that the browser asks for. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration implements WebMvcConfigurer {

    private static final Duration REMEMBERED = Duration.ofDays(365);

    @Bean
    LocaleResolver localeResolver() {
        return new LanguageResolver();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LanguageSwitch());
    }

    private static class LanguageSwitch extends LocaleChangeInterceptor {

        LanguageSwitch() {
            setParamName("lang");
            setIgnoreInvalidLocale(true);
        }

        @Override
        protected Locale parseLocaleValue(String value) {
            return Languages.of(value)
                    .orElseThrow(() -> new IllegalArgumentException("A language that we do not speak"));
        }
    }

    private static class LanguageResolver extends CookieLocaleResolver {

        LanguageResolver() {
            super("careloop-language");
            setCookieMaxAge(REMEMBERED);
            setCookieHttpOnly(true);
            setCookieSameSite("Lax");
            setRejectInvalidCookies(false);
            setDefaultLocaleFunction(LanguageResolver::askedByBrowser);
        }

        private static Locale askedByBrowser(HttpServletRequest request) {
            return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                    ? Languages.bestOf(List.of())
                    : Languages.bestOf(Collections.list(request.getLocales()));
        }

        @Override
        protected Locale parseLocaleValue(String value) {
            return Languages.of(value).orElse(null);
        }

        @Override
        protected String toLocaleValue(Locale locale) {
            return Languages.bestOf(locale).toLanguageTag();
        }
    }
}
