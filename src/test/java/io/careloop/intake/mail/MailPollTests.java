package io.careloop.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import io.careloop.cases.Attachment;
import io.careloop.cases.Attachments;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseMessage;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseStatus;
import io.careloop.cases.Channel;
import io.careloop.cases.Contacts;
import io.careloop.cases.Conversation;
import io.careloop.cases.CustomerReturned;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.intake.Registrations;
import io.careloop.notification.Notifications;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import io.careloop.support.TestMail;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Mails are sent by SMTP and read by IMAP, as outside. */
@CareloopTest
@RecordApplicationEvents
class MailPollTests {

    @Autowired
    MailPoll poll;

    @Autowired
    JavaMailSender sender;

    @Autowired
    Registrations registrations;

    @Autowired
    CaseFiles cases;

    @Autowired
    Contacts contacts;

    @Autowired
    Conversation conversation;

    @Autowired
    Timeline timeline;

    @Autowired
    Attachments attachments;

    @Autowired
    CaseWalk walk;

    @Autowired
    Notifications notifications;

    @Autowired
    IdentityService identity;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    private final String customer = "c" + UUID.randomUUID() + "@example.org";

    @BeforeEach
    void emptyMailbox() throws FolderException {
        inbox().deleteAllMessages();
    }

    @Test
    void aMailOpensACaseInTheLanguageOfItsWriter() {
        arrives("""
                From: 李明 <%s>
                Subject: 订单
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                我的订单还没有收到
                """.formatted(customer));

        CaseFile file = onlyCase();
        assertThat(file.channel()).isEqualTo(Channel.EMAIL);
        assertThat(file.subject()).isEqualTo("订单");
        assertThat(file.description()).isEqualTo("我的订单还没有收到");
        assertThat(file.locale()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(contacts.get(file.contactId()).name()).isEqualTo("李明");
        assertThat(isRead()).isTrue();
    }

    @Test
    void aMailThatIsDeliveredTwiceChangesNothing() {
        String mail = from(customer, "Message-ID: <" + UUID.randomUUID() + "@example.org>", "Once");

        arrives(mail);
        arrives(mail);

        assertThat(casesOfCustomer()).hasSize(1);
        assertThat(isRead()).isTrue();
    }

    @Test
    void aReplyThatQuotesTheNumberJoinsItsCaseWithoutTheQuotedPast() {
        CaseReference reference = openCase();

        arrives(from(customer, "Subject: Re: [" + reference + "] Your request", "It still hums.\n\n> old\n> words"));

        assertThat(written(reference)).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("It still hums.");
            assertThat(message.channel()).isEqualTo(Channel.EMAIL);
        });
        assertThat(casesOfCustomer()).hasSize(1);
    }

    @Test
    void aReplyInTheThreadJoinsEvenFromAnotherAddressAndSaysSo() {
        CaseReference reference = openCase();

        arrives(from("other@example.org", "In-Reply-To: " + ourId(reference), "Writing from my phone"));

        assertThat(written(reference)).extracting(CaseMessage::text).containsExactly("Writing from my phone");
        assertThat(notes(reference)).anyMatch(note -> note.contains("other@example.org"));
    }

    @Test
    void aStrangerWhoGuessesANumberOpensACaseOfTheirOwn() {
        CaseReference reference = openCase();
        String stranger = "s" + UUID.randomUUID() + "@example.org";

        arrives(from(stranger, "Subject: about " + reference, "Tell me all"));

        assertThat(written(reference)).isEmpty();
        CaseFile own = cases.recentOf(
                        contacts.known(stranger, null).orElseThrow().id())
                .get(0);
        assertThat(notes(own.reference())).anyMatch(note -> note.contains(reference.value()));
    }

    @Test
    void anAnswerOfTheStaffToANoticeIsNoWordOfTheCustomer() {
        CaseReference reference = openCase();
        User colleague = identity.newUser("colleague" + System.nanoTime());
        colleague.setEmail("colleague@careloop.test");
        identity.saveUser(colleague);
        notifications.toStaff(reference, List.of(colleague.getId()), List.of(), "customer-wrote", colleague.getId());

        arrives(from("colleague@careloop.test", "In-Reply-To: " + ourId(reference, "STAFF"), "I call her"));

        assertThat(written(reference)).isEmpty();
        assertThat(notes(reference)).containsExactly("colleague@careloop.test answered a notice by mail: I call her");
        identity.deleteUser(colleague.getId());
    }

    @Test
    void anIdOfOursThatIsMadeUpOpensNoDoor() {
        CaseReference reference = openCase();
        String stranger = "s" + UUID.randomUUID() + "@example.org";
        String madeUp = "<" + reference + "." + UUID.randomUUID() + "@careloop.test>";

        arrives(from(stranger, "In-Reply-To: " + madeUp, "Tell me all"));

        assertThat(written(reference)).isEmpty();
        assertThat(contacts.known(stranger, null)).isPresent();
    }

    @Test
    void aReplyToAClosedCaseTakesItUpAgain() {
        CaseReference reference = walk.closed(customer, "My order has not arrived");

        arrives(from(customer, "Subject: Re: " + reference, "It is broken again"));

        assertThat(written(reference)).extracting(CaseMessage::text).containsExactly("It is broken again");
        assertThat(events.stream(CustomerReturned.class))
                .containsExactly(new CustomerReturned(reference, Channel.EMAIL, "It is broken again"));
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void aNoticeOfAbsenceOpensNothingAndIsNotedOnTheCaseThatItNames() {
        CaseReference reference = openCase();

        arrives(from(customer, "Auto-Submitted: auto-replied\nSubject: away", "I am away"));
        arrives(from(customer, "Auto-Submitted: auto-replied\nIn-Reply-To: " + ourId(reference), "I am away"));

        assertThat(casesOfCustomer()).hasSize(1);
        assertThat(written(reference)).isEmpty();
        assertThat(notes(reference)).containsExactly("Automatic reply: I am away");
    }

    @Test
    void aMailOfOursThatCameBackBecomesATaskForAPerson() {
        CaseReference reference = openCase();
        jdbc.sql("update notification_outbox set state = 'SENT' where reference = ?")
                .param(reference.value())
                .update();

        arrives(bounce("failed", ourId(reference)));
        arrives(bounce("failed", ourId(reference)));

        assertThat(timeline.of(reference))
                .filteredOn(entry -> entry.kind() == Kind.DELIVERY_FAILED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.text()).contains("5.1.1"));
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference.value())
                        .taskDefinitionKey("Activity_TellCustomer")
                        .count())
                .isOne();
    }

    @Test
    void aDelayIsNotedAsWhatItIs() {
        CaseReference reference = openCase();

        arrives(bounce("delayed", ourId(reference)));

        assertThat(timeline.of(reference)).extracting(TimelineEntry::kind).doesNotContain(Kind.DELIVERY_FAILED);
        assertThat(notes(reference))
                .singleElement()
                .satisfies(note -> assertThat(note).contains("delayed"));
    }

    @Test
    void ourOwnMailsAreIgnored() {
        arrives(from(TestMail.ADDRESS, "Subject: loop", "loop"));

        assertThat(contacts.known(TestMail.ADDRESS, null)).isEmpty();
        assertThat(isRead()).isTrue();
    }

    @Test
    void filesAreKeptAndOneThatIsTooLargeIsToldOnTheCase() {
        arrives("""
                From: %s
                Subject: broken
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                see picture
                --b
                Content-Type: image/png; name=crack.png
                Content-Transfer-Encoding: base64

                %s
                --b
                Content-Type: video/mp4; name=film.mp4
                Content-Transfer-Encoding: base64

                %s
                --b--
                """.formatted(customer, base64(1_000), base64(6 * 1024 * 1024)));

        CaseReference reference = onlyCase().reference();
        assertThat(attachments.of(reference)).extracting(Attachment::fileName).containsExactly("crack.png");
        assertThat(notes(reference))
                .singleElement()
                .satisfies(note -> assertThat(note).contains("film.mp4").contains("6 MB"));
    }

    @Test
    void aTextOfTenMegabytesIsCutWithANote() {
        arrives(from(customer, "Subject: long", "0123456789\n".repeat(900_000)));

        CaseFile file = onlyCase();
        assertThat(file.description()).hasSize(20_000);
        assertThat(notes(file.reference())).isNotEmpty();
        assertThat(attachments.of(file.reference()))
                .extracting(Attachment::fileName)
                .containsExactly("mail.txt");
    }

    @Test
    void aMailWithNothingInItOpensACaseAllTheSame() {
        arrives(from(customer, "X-Nothing: 1", ""));

        assertThat(onlyCase().description()).isEqualTo("(The mail has no text.)");
    }

    @Test
    void aMailThatNobodyCouldAnswerIsSetAsideForAPerson() throws FolderException {
        int before = setAside();

        arrives("From: nobody\nSubject: hello\n\nwho am I\n");

        assertThat(inbox().getMessageCount()).isZero();
        assertThat(setAside()).isEqualTo(before + 1);
    }

    @Test
    void aFloodOfOneSenderIsSetAsideBeyondTheLimit() throws FolderException {
        int before = setAside();
        for (int i = 0; i < 32; i++) {
            deliver(from(customer, "Subject: flood " + i, "flood"));
        }

        poll.poll();

        assertThat(casesOfCustomer()).hasSize(30);
        assertThat(setAside()).isEqualTo(before + 2);
    }

    private void arrives(String mail) {
        deliver(mail);
        poll.poll();
    }

    /** By SMTP, word for word. */
    private void deliver(String mail) {
        try {
            MimeMessage message =
                    new MimeMessage(
                            Session.getInstance(System.getProperties()),
                            new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))) {
                        @Override
                        public void saveChanges() {
                            // as it is
                        }
                    };
            message.setRecipient(RecipientType.TO, new InternetAddress(TestMail.ADDRESS));
            sender.send(message);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String bounce(String action, String id) {
        return """
                From: MAILER-DAEMON@mx.example.org
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain

                sorry
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.org

                Final-Recipient: rfc822; ann@example.org
                Action: %s
                Status: 5.1.1
                --b
                Content-Type: text/rfc822-headers

                Message-ID: %s
                --b--
                """.formatted(action, id);
    }

    private static String from(String address, String headers, String text) {
        return "From: " + address + "\n" + headers + "\n\n" + text + "\n";
    }

    /** Of the acknowledgement. */
    private String ourId(CaseReference reference) {
        return ourId(reference, "CUSTOMER");
    }

    private String ourId(CaseReference reference, String recipient) {
        return jdbc.sql("select message_id from notification_outbox where reference = ? and recipient_kind = ? limit 1")
                .params(reference.value(), recipient)
                .query(String.class)
                .single();
    }

    private static String base64(int bytes) {
        return Base64.getMimeEncoder().encodeToString(new byte[bytes]);
    }

    private CaseReference openCase() {
        var registered = (Registrations.Registration.Registered) registrations.register(
                new Registrations.Request(
                        Channel.PORTAL,
                        customer,
                        null,
                        null,
                        "It hums",
                        null,
                        null,
                        null,
                        null,
                        Locale.ENGLISH,
                        null,
                        null),
                null);
        return registered.reference();
    }

    private CaseFile onlyCase() {
        assertThat(casesOfCustomer()).hasSize(1);
        return casesOfCustomer().get(0);
    }

    private List<CaseFile> casesOfCustomer() {
        return contacts.known(customer, null)
                .map(contact -> cases.recentOf(contact.id()))
                .orElse(List.of());
    }

    private List<CaseMessage> written(CaseReference reference) {
        return conversation.of(reference).stream()
                .filter(message -> message.direction() == CaseMessage.Direction.IN)
                .toList();
    }

    private List<String> notes(CaseReference reference) {
        return timeline.of(reference).stream()
                .filter(entry -> entry.kind() == Kind.NOTE)
                .map(TimelineEntry::text)
                .toList();
    }

    private static boolean isRead() {
        return inbox().getMessages().stream()
                .allMatch(message -> message.getFlags().contains(Flag.SEEN));
    }

    private static int setAside() throws FolderException {
        MailFolder folder =
                TestMail.server().getManagers().getImapHostManager().getFolder(TestMail.support(), "Failed");
        return folder == null ? 0 : folder.getMessageCount();
    }

    private static MailFolder inbox() {
        try {
            return TestMail.server().getManagers().getImapHostManager().getInbox(TestMail.support());
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }
}
