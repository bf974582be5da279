package io.careloop.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailLanguageTests {

    @ParameterizedTest
    @CsvSource({
        ", 我的订单还没有收到，请尽快处理, zh-CN",
        ", 我的訂單還沒有收到，請盡快處理, zh-TW",
        ", My order has not arrived, en",
        ", Order 订单 has not arrived since Monday and nobody answers, en",
        "zh-TW, 你好, zh-TW",
        "zh-Hant-HK, 你好, zh-TW",
        "zh-CN, 你好, zh-CN",
        ", 你好, zh-CN",
        "zh-CN, 我的訂單還沒有收到, zh-TW",
        ", ご注文はまだ届いていません, en"
    })
    void theScriptTellsTheLanguage(String declared, String text, String language) {
        assertThat(MailLanguage.guess(declared, text)).isEqualTo(Locale.forLanguageTag(language));
    }

    @ParameterizedTest
    @CsvSource({"12345 ?!", "''"})
    void whatHasNoLettersTellsNothing(String text) {
        assertThat(MailLanguage.guess(null, text)).isNull();
    }
}
