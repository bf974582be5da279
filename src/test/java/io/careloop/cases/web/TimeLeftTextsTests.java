package io.careloop.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.TimeLeft;
import io.careloop.cases.TimeLeft.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class TimeLeftTextsTests {

    @ParameterizedTest
    @CsvSource({
        "en,    RUNNING, PT1H20M10S, true,  1 h 20 min left (opening hours)",
        "en,    RUNNING, PT30S,      true,  0 min left (opening hours)",
        "en,    RUNNING, PT49H,      true,  49 h left (opening hours)",
        "en,    RUNNING, PT49H10M,   false, 2 d 1 h left",
        "en,    RUNNING, PT24H5M,    false, 24 h 5 min left",
        "en,    PAUSED,  PT3H,       false, paused with 3 h left",
        "en,    LATE,    PT35M,      true,  late by 35 min",
        "zh-CN, LATE,    PT35M,      true,  已超时 35 分钟",
        "zh-TW, RUNNING, PT2H1M,     true,  剩餘 2 小時 1 分鐘（營業時間）"
    })
    void theTimeLeftIsSaidInWords(String language, Standing standing, Duration time, boolean business, String said) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("i18n/desk");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);

        String text = new TimeLeftTexts(messages, Locale.forLanguageTag(language))
                .of(new TimeLeft(Instant.EPOCH, standing, time, business));

        assertThat(text).isEqualTo(said);
    }
}
