package io.careloop.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.cases.ContactDetails;
import io.careloop.cases.Conversation;
import io.careloop.cases.NewCase;
import io.careloop.cases.Urgency;
import io.careloop.support.CareloopTest;
import io.careloop.support.TestMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How our mails stand together with those of a customer who writes by mail. */
@CareloopTest
class ThreadTests {

    @Autowired
    Notifications notifications;

    @Autowired
    OutboxRelay relay;

    @Autowired
    CaseFiles cases;

    @Autowired
    Conversation conversation;

    private final String address = UUID.randomUUID() + "@example.org";

    @Test
    void aLongConversationIsNamedByItsRootAndItsLatestMailsOnLinesOfTheirOwn() throws MessagingException {
        CaseReference reference = begunByMail();
        for (int mail = 1; mail <= 40; mail++) {
            conversation.customerWrote(reference, Channel.EMAIL, "Lamp", "Still dark", idOf(mail));
        }

        notifications.toCustomer(reference, "resolved", "thread/" + reference);
        relay.run();

        MimeMessage answer = TestMail.sentTo(address).stream()
                .filter(mail -> header(mail, "References").contains(idOf(40)))
                .findFirst()
                .orElseThrow();
        String references = header(answer, "References");
        assertThat(references.split("\r\n")).allSatisfy(line -> assertThat(line).hasSizeLessThan(120));
        assertThat(references.split("\\s+"))
                .hasSize(11)
                .startsWith("<" + reference + "@careloop.test>", idOf(31))
                .endsWith(idOf(40));
        assertThat(header(answer, "In-Reply-To")).isEqualTo(idOf(40));
    }

    private CaseReference begunByMail() {
        return cases.register(new NewCase(
                        Channel.EMAIL,
                        new ContactDetails("Ann", address, null, Locale.ENGLISH),
                        null,
                        "The lamp is dark",
                        Urgency.NORMAL,
                        null,
                        null,
                        null,
                        "agent",
                        null))
                .reference();
    }

    private String idOf(int mail) {
        return "<%02d.%s>".formatted(mail, address);
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return String.join(" ", mail.getHeader(name));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
