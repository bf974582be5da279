package io.careloop.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.engine.Languages;
import io.careloop.support.CareloopTest;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@CareloopTest
class LanguageTests {

    @Autowired
    MockMvc mvc;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB,en;q=0.9|en",
                "zh|zh-CN",
                "zh-CN,zh;q=0.9|zh-CN",
                "zh-SG|zh-CN",
                "zh-HK|zh-TW",
                "zh-Hant|zh-TW",
                "zh-Hant-CN|zh-TW",
                "zh-Hans-HK|zh-CN",
                "fr,zh-TW;q=0.8,en;q=0.5|zh-TW",
                "fr|en",
                "%%%|en"
            })
    void aPageSpeaksTheBestLanguageThatTheBrowserAsksFor(String asked, String answered) throws Exception {
        mvc.perform(get("/").header("Accept-Language", asked))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<html lang=\"" + answered + "\"")));
    }

    @Test
    void theSwitchIsRememberedAndWinsOverTheBrowser() throws Exception {
        mvc.perform(get("/").param("lang", "zh-TW").header("Accept-Language", "en"))
                .andExpect(content().string(containsString("有什麼可以為您服務？")))
                .andExpect(cookie().value("careloop-language", "zh-TW"));

        mvc.perform(get("/").cookie(new Cookie("careloop-language", "zh-TW")))
                .andExpect(content().string(containsString("有什麼可以為您服務？")));
    }

    @Test
    void aLanguageThatWeDoNotSpeakChangesNothing() throws Exception {
        mvc.perform(get("/").param("lang", "tlh\r\nX: y").header("Accept-Language", "zh-CN"))
                .andExpect(status().isOk())
                .andExpect(cookie().doesNotExist("careloop-language"))
                .andExpect(content().string(containsString("有什么可以帮您？")));
        assertThat(Languages.of(null)).isEmpty();
    }
}
