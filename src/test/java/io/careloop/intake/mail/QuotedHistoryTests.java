package io.careloop.intake.mail;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedHistoryTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Mon, 2 Nov 2026 at 10:00, Support <support@careloop.test> wrote:\n> old\n>\n> words",
                "On Mon, 2 Nov 2026 at 10:00, Support <a.very.long.address@careloop.test>\nwrote:\n\n> old words",
                "-----Original Message-----\nFrom: us\nold words",
                "------------------ 原始邮件 ------------------\n发件人: us\nold words",
                "From: Support\nSent: Monday\nTo: Ann\nSubject: Re\n\nold words",
                "________________________________\nFrom: Support\nDate: Monday\nTo: Ann\n\nold words",
                "发件人: 客服\n发送时间: 2026年11月2日\n收件人: 李明\n主题: 回复\n\nold words",
                "寄件者: 客服\n寄件日期: 2026年11月2日\n收件者: 李明\n主旨: 回覆\n\nold words",
                "客服 <support@careloop.test> 于2026年11月2日周一 10:00写道：\n> old words",
                "客服 <support@careloop.test> 於 2026年11月2日 週一 上午10:00寫道：\n\n> old words",
                "> old\n> words"
            })
    void whatWasQuotedBelowIsCut(String history) {
        assertThat(QuotedHistory.cut("Yes, it works.\n\nAnn\n\n" + history)
                        .replaceAll("_+$", "")
                        .strip())
                .isEqualTo("Yes, it works.\n\nAnn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> does it hum?\nyes\n> does it glow?\nno",
                "On Mon, Support <support@careloop.test> wrote:\n> does it hum?\n\nyes it does",
                "On Mon, Support wrote:\nyou will call me. You did not.",
                "---------- Forwarded message ---------\nFrom: Shop\nSubject: bill\n\nplease pay",
                "From: Berlin I took the train.",
                "> everything is quoted\n> nothing is new",
                "----\nsee above ----",
                ""
            })
    void inDoubtAllIsKept(String text) {
        assertThat(QuotedHistory.cut(text)).isEqualTo(text);
    }

    @Test
    @Timeout(value = 10, unit = SECONDS)
    void hostileTextsTakeNoTime() {
        assertThat(QuotedHistory.cut("> a\n".repeat(400_000) + "end")).endsWith("end");
        assertThat(QuotedHistory.cut(("on " + "1于".repeat(190) + "\n").repeat(4_000)))
                .isNotEmpty();
        assertThat(QuotedHistory.cut("On " + "x".repeat(2_000_000))).isNotEmpty();
    }
}
