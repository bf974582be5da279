package io.careloop.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;

class FormTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "[click](javascript:alert(1)) ![x](https://example.org/x.png)",
                "{{7*7}} {{#if secret}}x{{/if}}",
                "# heading\n\n---\n> quote | table |\n* list\n1. list\n```code```",
                "https://example.org www.example.org a@example.org",
                "&lt;b&gt; &#60;",
                "退款 <b>现在</b>！"
            })
    void noSignThatAFormCouldReadIsLeftAndTheReaderSeesTheSameText(String text) {
        String shown = FormText.plain(text);

        assertThat(shown.replaceAll("&#\\d+;", "")).doesNotContainPattern("[!-/:-@\\[-`{-~]");
        assertThat(HtmlUtils.htmlUnescape(shown)).isEqualTo(text);
    }

    @Test
    void anIndentedLineIsNoCodeBlock() {
        assertThat(FormText.plain("a\n    b")).isEqualTo("a\n&nbsp;&nbsp;&nbsp;&nbsp;b");
    }

    @Test
    void whatCannotBeSeenIsLeftOutAndLinesStayLines() {
        assertThat(FormText.plain("a\u0000\u0007b\r\nc\rd")).isEqualTo("ab\nc\nd");
        assertThat(FormText.plain(null)).isEmpty();
    }

    @Test
    void aLineIsCutBetweenCharactersAndNotWithinOne() {
        assertThat(FormText.line("😀😀\n😀 end", 4)).isEqualTo("😀😀 😀…");
        assertThat(FormText.line("short", 80)).isEqualTo("short");
    }
}
