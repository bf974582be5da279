package io.careloop.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.cases.ContactDetails;
import io.careloop.cases.Conversation;
import io.careloop.cases.NewCase;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.cases.TrackingTokens;
import io.careloop.cases.Urgency;
import io.careloop.support.CareloopTest;
import io.careloop.support.MimeText;
import io.careloop.support.TestMail;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From a queued message to a mail that was taken by a real server. */
@CareloopTest
class DeliveryTests {

    private static final Pattern LINK = Pattern.compile("http://localhost:8080/track/([\\w-]{22})");

    @Autowired
    Notifications notifications;

    @Autowired
    OutboxRelay relay;

    @Autowired
    Outbox outbox;

    @Autowired
    CaseFiles cases;

    @Autowired
    Conversation conversation;

    @Autowired
    Timeline timeline;

    @Autowired
    TrackingTokens tokens;

    @Test
    void aMessageIsSentOnceForOneReason() throws Exception {
        String address = address();
        CaseReference reference = caseOf(address, "Ann", Locale.ENGLISH);

        notifications.toCustomer(reference, "acknowledgement", "once/" + reference);
        notifications.toCustomer(reference, "acknowledgement", "once/" + reference);
        relay.run();
        relay.run();

        assertThat(TestMail.sentTo(address)).hasSize(1);
        MimeMessage mail = TestMail.sentTo(address).get(0);
        assertThat(mail.getSubject()).isEqualTo("[" + reference + "] We have your request");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getFrom()[0]).hasToString(TestMail.ADDRESS);
        assertThat(CaseReference.quotedIn(mail.getMessageID())).contains(reference);
        assertThat(conversation.of(reference)).singleElement().satisfies(message -> {
            assertThat(message.template()).isEqualTo("acknowledgement");
            assertThat(message.text()).doesNotContain("/track/");
        });
        assertThat(timeline.of(reference)).extracting(TimelineEntry::kind).contains(Kind.ACKNOWLEDGED);
    }

    @Test
    void theLinkInTheMailOpensTheCaseAndStandsNowhereElse() throws Exception {
        String address = address();
        CaseReference reference = caseOf(address, "Bo", Locale.TRADITIONAL_CHINESE);

        notifications.toCustomer(reference, "acknowledgement", "link/" + reference);
        relay.run();

        String text = textOf(TestMail.sentTo(address).get(0));
        assertThat(text).contains("您的案件編號是 " + reference);
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).isTrue();
        assertThat(tokens.caseOf(link.group(1))).contains(reference);
        assertThat(outbox.toCustomerOf(reference)).allSatisfy(stored -> {
            assertThat(stored.state()).isEqualTo(DeliveryState.SENT);
            assertThat(stored.body()).doesNotContain(link.group(1));
        });
    }

    @Test
    void allMailsOfACaseStandInOneThread() throws Exception {
        String address = address();
        CaseReference reference = caseOf(address, "Cy", Locale.ENGLISH);

        notifications.toCustomer(reference, "acknowledgement", "thread-1/" + reference);
        notifications.fromStaff(reference, "agent", null, "Could you send us a picture?", "thread-2/" + reference);
        relay.run();

        assertThat(TestMail.sentTo(address)).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.getHeader("References", " ")).isEqualTo("<" + reference + "@careloop.test>");
            assertThat(mail.getSubject()).startsWith("[" + reference + "] ");
        });
        MimeMessage byPerson = TestMail.sentTo(address).get(1);
        assertThat(byPerson.getHeader("Auto-Submitted")).isNull();
        assertThat(textOf(byPerson)).startsWith("Could you send us a picture?");
        assertThat(cases.get(reference).firstResponseAt()).isNotNull();
    }

    private CaseReference caseOf(String email, String name, Locale locale) {
        return cases.register(new NewCase(
                        Channel.API,
                        new ContactDetails(name, email, null, locale),
                        null,
                        "My order has not arrived",
                        Urgency.NORMAL,
                        null,
                        null,
                        null,
                        "agent",
                        null))
                .reference();
    }

    private static String address() {
        return UUID.randomUUID() + "@example.org";
    }

    private static String textOf(MimeMessage mail) throws Exception {
        return MimeText.plain(mail);
    }
}
