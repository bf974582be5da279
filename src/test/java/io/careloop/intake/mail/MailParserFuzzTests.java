package io.careloop.intake.mail;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Mails come from anybody: whatever their bytes are, the parser reads them and comes to an end. */
class MailParserFuzzTests {

    private static final String SAMPLE = """
            Return-Path: <ann@example.org>
            Message-ID: <1@example.org>
            In-Reply-To: <C-2026-000042.0b0e7a52-6f3c-4b8e-9a4e-1f2d3c4b5a69@careloop.test>
            From: =?gb2312?B?wO7D9w==?= <ann@example.org>
            Subject: Re: =?utf-8?Q?=5BC-2026-000042=5D?= =?gbk?B?tqm1pQ==?=
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: multipart/alternative; boundary=c

            --c
            Content-Type: text/plain; charset=gbk
            Content-Transfer-Encoding: quoted-printable

            =C4=E3=BA=C3 hello
            > old
            --c
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: base64

            PGRpdj5oZWxsbzxibG9ja3F1b3RlPm9sZDwvYmxvY2txdW90ZT48L2Rpdj4=
            --c--
            --b
            Content-Type: application/pdf; name*0*=UTF-8''%E5%8F%91; name*1=.pdf
            Content-Disposition: attachment; filename="=?gbk?B?t6LGsS5wZGY=?="
            Content-Transfer-Encoding: base64

            JVBERi0xLjQ=
            --b
            Content-Type: message/rfc822

            From: bob@example.org
            Subject: inner
            Content-Type: multipart/report; report-type=delivery-status; boundary=d

            --d
            Content-Type: message/delivery-status

            Action: failed
            Status: 5.1.1
            --d--
            --b--
            """.replace("\n", "\r\n");

    private final MailParser parser = new MailParser("support@careloop.test");
    private final Random random = new Random(20260101);

    @Test
    @Timeout(value = 120, unit = SECONDS)
    void damagedMailsAreReadAsFarAsTheyGo() {
        for (int i = 0; i < 1_500; i++) {
            byte[] mail = damaged(SAMPLE.getBytes(StandardCharsets.ISO_8859_1));

            IncomingMail read = parser.parse(mail, true);

            assertThat(read.messageId()).isNotBlank();
            if (read.text() != null) {
                assertThat(QuotedHistory.cut(read.text())).doesNotContain("\0");
            }
        }
    }

    @Test
    @Timeout(value = 60, unit = SECONDS)
    void bytesThatAreNoMailAtAllAreReadToo() {
        for (int i = 0; i < 300; i++) {
            byte[] noise = new byte[random.nextInt(2_000)];
            random.nextBytes(noise);

            assertThat(parser.parse(noise, true)).isNotNull();
        }
    }

    private byte[] damaged(byte[] mail) {
        for (int i = random.nextInt(12); i >= 0; i--) {
            mail[random.nextInt(mail.length)] = (byte) random.nextInt(256);
        }
        if (random.nextInt(4) == 0) {
            return java.util.Arrays.copyOf(mail, random.nextInt(mail.length));
        }
        return mail;
    }
}
