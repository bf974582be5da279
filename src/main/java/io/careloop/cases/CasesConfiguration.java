package io.careloop.cases;

import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;

@Configuration(proxyBeanMethods = false)
class CasesConfiguration {

    @Bean
    JdbcCustomConversions jdbcCustomConversions() {
        return new JdbcCustomConversions(List.of(new LocaleToText(), new TextToLocale()));
    }

    @WritingConverter
    static class LocaleToText implements Converter<Locale, String> {
        @Override
        public String convert(Locale locale) {
            return locale.toLanguageTag();
        }
    }

    @ReadingConverter
    static class TextToLocale implements Converter<String, Locale> {
        @Override
        public Locale convert(String tag) {
            return Locale.forLanguageTag(tag);
        }
    }
}
