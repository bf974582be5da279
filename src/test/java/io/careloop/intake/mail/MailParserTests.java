package io.careloop.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.CaseReference;
import io.careloop.intake.mail.IncomingMail.Kind;
import io.careloop.intake.mail.IncomingMail.MailFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailParserTests {

    private static final CaseReference CASE = CaseReference.of("C-2026-000042");
    private static final String OUR_ID = "<C-2026-000042.0b0e7a52-6f3c-4b8e-9a4e-1f2d3c4b5a69@careloop.test>";

    private static final MailThread.OurId SENT =
            new MailThread.OurId(CASE, UUID.fromString("0b0e7a52-6f3c-4b8e-9a4e-1f2d3c4b5a69"));

    private final MailParser parser = new MailParser("support@careloop.test");

    @Test
    void aPlainMailIsReadAsItWasWritten() {
        IncomingMail mail = parse("""
                Message-ID: <1@example.org>
                From: "Lee, Ann" <Ann@Example.org>
                Subject: It hums

                Hello,

                it hums & <b>glows</b>.
                """);

        assertThat(mail.messageId()).isEqualTo("<1@example.org>");
        assertThat(mail.sender()).isEqualTo("ann@example.org");
        assertThat(mail.senderName()).isEqualTo("Lee, Ann");
        assertThat(mail.subject()).isEqualTo("It hums");
        assertThat(mail.text()).isEqualTo("Hello,\n\nit hums & <b>glows</b>.");
        assertThat(mail.kind()).isEqualTo(Kind.MESSAGE);
        assertThat(mail.whole()).isTrue();
        assertThat(mail.files()).isEmpty();
        assertThat(mail.language()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void ofTwoAlternativesThePlainOneIsShown() {
        IncomingMail mail = parse("""
                From: ann@example.org
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8

                plain words
                --b
                Content-Type: text/html; charset=utf-8

                <p>html words</p>
                --b--
                """);

        assertThat(mail.text()).isEqualTo("plain words");
        assertThat(mail.files()).isEmpty();
    }

    @Test
    void anEmptyPlainAlternativeGivesWayToHtml() {
        IncomingMail mail = parse("""
                From: ann@example.org
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                --b
                Content-Type: text/html; charset=utf-8

                <p>html words</p>
                --b--
                """);

        assertThat(mail.text()).isEqualTo("html words");
    }

    @Test
    void anHtmlMailIsReadAsAPersonSeesIt() {
        IncomingMail mail = parse("""
                From: ann@example.org
                Content-Type: text/html; charset=utf-8

                <html><head><title>no</title><style>p{}</style></head><body>
                <p>Dear&nbsp;team,</p><ul><li>it   hums</li><li>it glows</li></ul>
                see <a href="https://example.org/pic">this picture</a><br>Ann
                <script>alert(1)</script>
                <blockquote><p>old words</p></blockquote></body></html>
                """);

        assertThat(mail.text())
                .contains("Dear team,")
                .contains("- it hums\n- it glows\n")
                .contains("see this picture <https://example.org/pic>\nAnn")
                .contains("> old words")
                .doesNotContain("alert")
                .doesNotContain("p{}");
    }

    @Test
    void quotedPrintableAndBase64AreDecoded() {
        assertThat(parse("""
                                From: ann@example.org
                                Content-Type: text/plain; charset=utf-8
                                Content-Transfer-Encoding: quoted-printable

                                =E4=BD=A0=E5=A5=BD, it =
                                hums
                                """).text()).isEqualTo("你好, it hums");
        assertThat(parse("""
                                From: ann@example.org
                                Content-Type: text/plain; charset=utf-8
                                Content-Transfer-Encoding: base64

                                %s
                                """.formatted(base64("你好", StandardCharsets.UTF_8))).text())
                .isEqualTo("你好");
    }

    @ParameterizedTest
    @CsvSource({
        "GB18030, GB18030, 您好，订单㐂没到",
        "GBK, gb2312, 您好，朱镕基的订单没到",
        "Big5, big5, 您好，訂單沒有到",
        "ISO-8859-1, iso-8859-1, Größe falsch",
        "windows-1252, iso-8859-1, “Größe” – falsch",
        "UTF-8, utf-8, 您好 😀",
        "UTF-8, x-unknown, 您好 😀",
        "GBK, x-unknown, 您好，订单没到",
        "ISO-8859-1, x-unknown, Größe falsch",
        "UTF-8, , 您好 😀",
        "GBK, us-ascii, 您好，订单没到",
        "GBK, utf-8, 您好，订单没到"
    })
    void textsAreDecodedWhateverIsDeclared(String used, String declared, String text) {
        String type = declared == null ? "text/plain" : "text/plain; charset=" + declared;

        IncomingMail mail = parse(
                "From: ann@example.org\nContent-Type: " + type + "\nContent-Transfer-Encoding: 8bit\n\n" + text + "\n",
                Charset.forName(used));

        assertThat(mail.text()).isEqualTo(text);
    }

    @Test
    void anHtmlPageMaySayItselfHowItIsEncoded() {
        IncomingMail mail = parse("""
                From: ann@example.org
                Content-Type: text/html
                Content-Transfer-Encoding: 8bit

                <html><head><meta charset="gbk"></head><body>订单没到</body></html>
                """, Charset.forName("GBK"));

        assertThat(mail.text()).isEqualTo("订单没到");
    }

    @Test
    void encodedSubjectsAndNamesAreDecodedEvenWhereACharacterIsSplit() {
        byte[] subject = "订单没有收到".getBytes(Charset.forName("GBK"));
        String first = Base64.getEncoder().encodeToString(java.util.Arrays.copyOfRange(subject, 0, 3));
        String second = Base64.getEncoder().encodeToString(java.util.Arrays.copyOfRange(subject, 3, subject.length));

        IncomingMail mail = parse("""
                From: =?gb2312?B?%s?= <li@example.org>
                Subject: Re: =?gb2312?B?%s?=
                 =?gb2312?B?%s?= =?utf-8?Q?_=28C=2D2026=2D000042=29?=

                text
                """.formatted(base64("李明", Charset.forName("GBK")), first, second));

        assertThat(mail.subject()).isEqualTo("Re: 订单没有收到 (C-2026-000042)");
        assertThat(mail.senderName()).isEqualTo("李明");
        assertThat(mail.quoted()).contains(CASE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK"})
    void aSubjectThatWasNotEncodedAtAllIsReadToo(String charset) {
        assertThat(parse("From: a@example.org\nSubject: 订单没到\n\ntext\n", Charset.forName(charset))
                        .subject())
                .isEqualTo("订单没到");
    }

    @Test
    void anUnknownCharsetInASubjectLosesNothing() {
        assertThat(parse("From: a@example.org\nSubject: =?x-none?Q?hello?=\n\ntext\n")
                        .subject())
                .isEqualTo("hello");
    }

    @Test
    void namesOfFilesAreReadInEachOfTheirForms() {
        IncomingMail mail = parse(
                """
                From: ann@example.org
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                see files
                --b
                Content-Type: application/pdf
                Content-Disposition: attachment; filename*=UTF-8''%%E5%%8F%%91%%E7%%A5%%A8.pdf
                Content-Transfer-Encoding: base64

                %1$s
                --b
                Content-Type: application/pdf; name="=?gbk?B?%2$s?="
                Content-Transfer-Encoding: base64

                %1$s
                --b
                Content-Type: application/octet-stream
                Content-Disposition: attachment;
                 filename*0*=UTF-8''%%E5%%8F%%91;
                 filename*1*=%%E7%%A5%%A8;
                 filename*2=.doc

                x
                --b
                Content-Type: image/png
                Content-Disposition: attachment; filename=my picture (1).png

                x
                --b
                Content-Type: application/ms-tnef

                x
                --b--
                """.formatted(base64("content", StandardCharsets.UTF_8), base64("发票.pdf", Charset.forName("GBK"))));

        assertThat(mail.text()).isEqualTo("see files");
        List<String> names = mail.files().stream().map(MailFile::name).toList();
        assertThat(names.subList(0, 3)).containsExactly("发票.pdf", "发票.pdf", "发票.doc");
        assertThat(names.get(3)).startsWith("my");
        assertThat(names.get(4)).isEqualTo("attachment.dat");
        assertThat(mail.files().get(0).content()).isEqualTo("content".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anInlinePictureIsKeptAsAFile() {
        IncomingMail mail = parse("""
                From: ann@example.org
                Content-Type: multipart/related; boundary=r

                --r
                Content-Type: text/html; charset=utf-8

                <p>look <img src="cid:1" alt="crack"></p>
                --r
                Content-Type: image/jpeg
                Content-ID: <1>
                Content-Disposition: inline

                x
                --r--
                """);

        assertThat(mail.text()).isEqualTo("look [crack]");
        assertThat(mail.files()).extracting(MailFile::name).containsExactly("attachment.jpg");
    }

    @Test
    void aForwardedMailIsKeptAndItsWordsAreShownWhereThereAreNoOthers() {
        String forwarded = """
                From: ann@example.org
                Subject: Fwd
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                %s
                --b
                Content-Type: message/rfc822

                From: bob@example.org
                Subject: The bill
                Content-Type: text/plain; charset=utf-8

                please pay
                --b--
                """;

        assertThat(parse(forwarded.formatted("what is this?"))).satisfies(mail -> {
            assertThat(mail.text()).isEqualTo("what is this?");
            assertThat(mail.files()).extracting(MailFile::name).containsExactly("The bill.eml");
        });
        assertThat(parse(forwarded.formatted("")).text()).isEqualTo("please pay");
    }

    @Test
    void aMailWithoutAnyTextHasNone() {
        assertThat(parse("From: ann@example.org\n\n").text()).isNull();
        assertThat(parse("From: ann@example.org\nContent-Type: text/html\n\n<p>&nbsp;</p>\n")
                        .text())
                .isIn(null, "\u00a0");
    }

    @Test
    void aBodyOfTenMegabytesIsKeptUpToALimitThatIsTold() {
        IncomingMail mail = parse("From: ann@example.org\n\n" + "0123456789\n".repeat(1_000_000));

        assertThat(mail.text()).hasSizeBetween(1_800_000, 2_000_000);
        assertThat(mail.whole()).isFalse();
    }

    @Test
    void aMailThatWasNotReadToItsEndIsUnderstoodAsFarAsItGoes() {
        byte[] raw = crlf("""
                From: ann@example.org
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                see film
                --b
                Content-Type: video/mp4; name=film.mp4
                Content-Transfer-Encoding: base64

                AAAA""").getBytes(StandardCharsets.UTF_8);

        IncomingMail mail = parser.parse(raw, false);

        assertThat(mail.text()).isEqualTo("see film");
        assertThat(mail.whole()).isFalse();
        assertThat(mail.files()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: multipart/mixed; boundary=none\n\nwords\n",
                "Content-Type: multipart/mixed\n\nwords\n",
                "Content-Type: nonsense; ;;=\n\nwords\n",
                "Content-Type: text\n\nwords\n",
                "Content-Type: text/plain\nContent-Transfer-Encoding: x-unknown\n\nwords\n",
                "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!words!!\n",
                "Content-Type: text/plain; charset=\"\n\nwords\n",
                "\n\0words\n"
            })
    void aMailThatKeepsToNoStandardLosesNothing(String mail) {
        IncomingMail parsed = parse("From: ann@example.org\n" + mail);

        assertThat(parsed.text() != null || !parsed.files().isEmpty()).isTrue();
    }

    @Test
    void endlessNestingIsNotFollowed() {
        StringBuilder mail = new StringBuilder("From: ann@example.org\n");
        for (int i = 0; i < 2_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
        }

        assertThat(parse(mail + "\ndeep")).isNotNull();
    }

    @Test
    void threadsAreFoundByTheIdsOfOurOwnMails() {
        assertThat(parse("From: a@example.org\nIn-Reply-To: " + OUR_ID + "\n\nx\n")
                        .thread())
                .contains(SENT);
        assertThat(parse("From: a@example.org\nReferences: <x@y>\n " + OUR_ID + " <z@y>\n\nx\n")
                        .thread())
                .contains(SENT);
        assertThat(parse("From: a@example.org\nIn-Reply-To: <C-2026-000042.x@evil.example>\n\nx\n")
                        .thread())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated; owner-email=\"x\"",
                "X-Auto-Response-Suppress: All",
                "Precedence: bulk",
                "Precedence: auto_reply",
                "Return-Path: <>",
                "X-Autoreply: yes"
            })
    void machinesAreTold(String header) {
        assertThat(parse("From: a@example.org\n" + header + "\n\nI am away\n").kind())
                .isEqualTo(Kind.AUTOMATIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: no", "Precedence: list", "Return-Path: <a@example.org>", "X-Nothing: 1"})
    void peopleAreTold(String header) {
        assertThat(parse("From: a@example.org\n" + header + "\n\nhello\n").kind())
                .isEqualTo(Kind.MESSAGE);
    }

    @Test
    void aBounceSaysWhichMailCameBackAndWhy() {
        IncomingMail mail = parse("""
                Return-Path: <>
                From: Mail Delivery System <MAILER-DAEMON@mx.example.org>
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain

                I am sorry.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.org

                Final-Recipient: rfc822; ann@example.org
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1
                 user unknown
                --b
                Content-Type: message/rfc822

                Message-ID: %s
                From: support@careloop.test
                Subject: Your request

                text
                --b--
                """.formatted(OUR_ID));

        assertThat(mail.kind()).isEqualTo(Kind.BOUNCE);
        assertThat(mail.thread()).contains(SENT);
        assertThat(mail.failure()).isEqualTo("rfc822; ann@example.org · failed · 5.1.1 · smtp; 550 5.1.1 user unknown");
    }

    @Test
    void aMailWithoutAnIdGetsOneOfItsContent() {
        String mail = "From: ann@example.org\n\nx\n";

        assertThat(parse(mail).messageId())
                .startsWith("digest:")
                .isEqualTo(parse(mail).messageId());
        assertThat(parse(mail + "y").messageId()).isNotEqualTo(parse(mail).messageId());
    }

    @Test
    void aMailFromNobodyHasNoSender() {
        assertThat(parse("Subject: hello\n\nx\n").sender()).isEmpty();
        assertThat(parse("From: undisclosed\nReply-To: ann@example.org\n\nx\n").sender())
                .isEqualTo("ann@example.org");
    }

    private IncomingMail parse(String mail) {
        return parse(mail, StandardCharsets.UTF_8);
    }

    private IncomingMail parse(String mail, Charset charset) {
        return parser.parse(crlf(mail).getBytes(charset), true);
    }

    private static String crlf(String mail) {
        return mail.replace("\n", "\r\n");
    }

    private static String base64(String text, Charset charset) {
        return Base64.getEncoder().encodeToString(text.getBytes(charset));
    }
}
