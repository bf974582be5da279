package io.careloop.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.careloop.engine.MovableClock;
import io.careloop.notification.NotificationSettings.AfterCrash;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import io.careloop.support.MimeText;
import io.careloop.support.TestMail;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** From a queued message to a mail that a real server has taken, or to a person. */
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
    Deliveries deliveries;

    @Autowired
    Mails mails;

    @Autowired
    NotificationSettings settings;

    @Autowired
    JavaMailSenderImpl mailServer;

    @Value("${spring.mail.port}")
    int mailPort;

    @Autowired
    CaseFiles cases;

    @Autowired
    Conversation conversation;

    @Autowired
    Timeline timeline;

    @Autowired
    TrackingTokens tokens;

    @Autowired
    MeterRegistry metrics;

    @Autowired
    MovableClock clock;

    @Autowired
    CaseWalk walk;

    @Autowired
    FormService forms;

    @Autowired
    HistoryService history;

    private final String address = UUID.randomUUID() + "@example.org";

    @BeforeEach
    void nothingElseIsDue() {
        relay.run();
    }

    @AfterEach
    void theMailServerIsThere() {
        mailServer.setPort(mailPort);
    }

    @Test
    void aMessageIsSentOnceForOneReason() throws Exception {
        CaseReference reference = caseOf(address, "Ann", Locale.ENGLISH);

        notifications.toCustomer(reference, "resolved", "once/" + reference);
        notifications.toCustomer(reference, "resolved", "once/" + reference);
        relay.run();
        relay.run();

        assertThat(mailsAbout("Good to hear that it is solved")).hasSize(1);
        MimeMessage mail = mailsAbout("Good to hear that it is solved").get(0);
        assertThat(mail.getSubject()).startsWith("[" + reference + "] ");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getFrom()[0]).hasToString(TestMail.ADDRESS);
        assertThat(CaseReference.quotedIn(mail.getMessageID())).contains(reference);
        assertThat(conversation.of(reference))
                .filteredOn(message -> "resolved".equals(message.template()))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).doesNotContain("/track/", CaseFacts.LINK_MARK));
    }

    @Test
    void theAcknowledgementSaysNumberOwnerNextStepAndBothDeadlines() {
        CaseReference reference = walk.registered(address, "My order has not arrived");

        relay.run();

        String text = MimeText.plain(mailsAbout("We have your request").get(0));
        assertThat(text)
                .startsWith("Hello Lin Customer,")
                .contains(reference.value(), "looks after it", "What happens next: ", "You hear from one of us by ")
                .contains("We want to have it solved by ");
        assertThat(timeline.of(reference)).extracting(TimelineEntry::kind).contains(Kind.ACKNOWLEDGED);
        assertThat(cases.get(reference).firstResponseAt())
                .as("an automatic message is no first response")
                .isNull();
    }

    @Test
    void theLinkInTheMailOpensTheCaseAndStandsNowhereElse() {
        CaseReference reference = caseOf(address, "Bo", Locale.TRADITIONAL_CHINESE);

        notifications.toCustomer(reference, "resolved", "link/" + reference);
        relay.run();

        String text = MimeText.plain(mailsAbout("很高興問題已經解決").get(0));
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).isTrue();
        assertThat(tokens.caseOf(link.group(1))).contains(reference);
        assertThat(MimeText.html(mailsAbout("很高興問題已經解決").get(0))).contains("<a href=\"" + link.group() + "\">");
        assertThat(outbox.toCustomerOf(reference)).isNotEmpty().allSatisfy(stored -> {
            assertThat(stored.state()).isEqualTo(DeliveryState.SENT);
            assertThat(stored.body()).doesNotContain(link.group(1));
        });
    }

    @Test
    void allMailsOfACaseStandInOneThreadAndWordsOfAPersonAreTheFirstResponse() throws Exception {
        CaseReference reference = caseOf(address, "Cy", Locale.ENGLISH);

        notifications.toCustomer(reference, "resolved", "thread-1/" + reference);
        notifications.fromStaff(reference, "agent", null, "Could you send us a picture?", "thread-2/" + reference);
        relay.run();

        assertThat(TestMail.sentTo(address)).hasSizeGreaterThan(1).allSatisfy(mail -> {
            assertThat(mail.getHeader("References", " ")).isEqualTo("<" + reference + "@careloop.test>");
            assertThat(mail.getSubject()).startsWith("[" + reference + "] ");
        });
        MimeMessage byPerson = mailsAbout("About your request").get(0);
        assertThat(byPerson.getHeader("Auto-Submitted")).isNull();
        assertThat(MimeText.plain(byPerson)).startsWith("Could you send us a picture?");
        assertThat(cases.get(reference).firstResponseAt()).isNotNull();
    }

    @Test
    void aMailServerThatIsAwayForAnHourDelaysAndLosesNothing() {
        CaseReference reference = caseOf(address, "Di", Locale.ENGLISH);
        mailServer.setPort(1);
        notifications.toCustomer(reference, "resolved", "away/" + reference);
        relay.run();
        relay.run();
        assertThat(delivery(reference, "resolved")).satisfies(waiting -> {
            assertThat(waiting.state()).isEqualTo(DeliveryState.PENDING);
            assertThat(waiting.attempts())
                    .as("the second run came before the wait was over")
                    .isEqualTo(1);
            assertThat(waiting.lastError()).isNotBlank();
        });

        assertThat(metrics.get("careloop.notification.waiting").gauge().value()).isPositive();

        for (int minute = 0; minute < 60; minute += 5) {
            clock.advance(Duration.ofMinutes(5));
            relay.run();
        }
        assertThat(TestMail.sentTo(address)).isEmpty();
        mailServer.setPort(mailPort);
        clock.advance(Duration.ofHours(1));
        relay.run();

        assertThat(mailsAbout("Good to hear that it is solved")).hasSize(1);
        assertThat(delivery(reference, "resolved").state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void whatIsStillNotDeliveredAfterTheLastTryIsGivenToAPerson() {
        CaseReference reference = caseOf(address, "Ed", Locale.ENGLISH);
        mailServer.setPort(1);
        notifications.toCustomer(reference, "resolved", "given-up/" + reference);

        for (int hour = 0; hour < 12; hour++) {
            relay.run();
            clock.advance(Duration.ofHours(4));
        }

        assertThat(delivery(reference, "resolved").state()).isEqualTo(DeliveryState.FAILED);
        assertThat(timeline.of(reference)).extracting(TimelineEntry::kind).contains(Kind.DELIVERY_FAILED);
        assertThat(tellingTasks(reference)).isNotEmpty().allSatisfy(task -> {
            assertThat(task.getAssignee()).isEqualTo("agent");
            assertThat(task.getDueDate()).isNotNull();
        });
    }

    @Test
    void anAddressThatTheServerRefusesIsGivenUpAtOnceAndShownToThePerson() throws Exception {
        CaseReference reference = caseOf(address, "Flo", Locale.ENGLISH);
        relay.run();
        try (RefusingMailServer refusing = new RefusingMailServer()) {
            mailServer.setPort(refusing.port());
            notifications.toCustomer(reference, "resolved", "refused/" + reference);
            relay.run();
        }

        assertThat(delivery(reference, "resolved")).satisfies(given -> {
            assertThat(given.state()).isEqualTo(DeliveryState.FAILED);
            assertThat(given.attempts()).isEqualTo(1);
            assertThat(given.lastError()).contains("550").contains("No such user");
        });
        assertThat(tellingTasks(reference)).singleElement().satisfies(task -> {
            Map<String, Object> shown = forms.getTaskFormVariables(task.getId());
            assertThat(shown.get("messageText").toString()).contains("Thank you for letting us know");
            assertThat(shown.get("messageCause").toString()).contains("could not be delivered");
            assertThat(shown.get("messageHasAddress")).isEqualTo("yes");
        });
    }

    @Test
    void aMailThatComesBackLaterBecomesATaskOnce() {
        CaseReference reference = caseOf(address, "Mo", Locale.ENGLISH);
        notifications.toCustomer(reference, "resolved", "back/" + reference);
        relay.run();
        OutboxMessage sent = delivery(reference, "resolved");

        assertThat(deliveries.cameBack("<unknown@example.org>", "5.1.1")).isFalse();
        assertThat(deliveries.cameBack(sent.messageId().replace("careloop", "elsewhere"), "5.1.1"))
                .isFalse();
        assertThat(deliveries.cameBack(sent.messageId(), "5.1.1 mailbox unknown"))
                .isTrue();
        assertThat(deliveries.cameBack(sent.messageId(), "5.1.1 mailbox unknown"))
                .isFalse();

        assertThat(delivery(reference, "resolved").state()).isEqualTo(DeliveryState.FAILED);
        assertThat(tellingTasks(reference)).hasSize(1);
    }

    @Test
    void aMessageThatCannotBeDealtWithKeepsNoOtherWaiting() {
        CaseReference broken = caseOf(UUID.randomUUID() + "@example.org", "Ned", Locale.ENGLISH);
        CaseReference sound = caseOf(address, "Olu", Locale.ENGLISH);
        relay.run();
        notifications.toCustomer(broken, "resolved", "broken/" + broken);
        notifications.toCustomer(sound, "resolved", "sound/" + sound);

        new OutboxRelay(
                        deliveries,
                        new Mails(null, null, null, null) {
                            @Override
                            void send(OutboxMessage message) throws jakarta.mail.MessagingException {
                                if (message.reference().equals(broken)) {
                                    throw new IllegalStateException("broken");
                                }
                                mails.send(message);
                            }
                        },
                        settings)
                .run();

        assertThat(mailsAbout("Good to hear that it is solved")).hasSize(1);
    }

    @Test
    void aPersonHasTheMessageSentOnceMore() throws Exception {
        CaseReference reference = caseOf(address, "Gil", Locale.ENGLISH);
        relay.run();
        try (RefusingMailServer refusing = new RefusingMailServer()) {
            mailServer.setPort(refusing.port());
            notifications.toCustomer(reference, "resolved", "again/" + reference);
            relay.run();
        }
        mailServer.setPort(mailPort);

        walk.submit(reference, "Activity_TellCustomer", Map.of("outcomeText", "again", "noteText", "Mailbox was full"));
        relay.run();

        assertThat(mailsAbout("Good to hear that it is solved")).hasSize(1);
        assertThat(delivery(reference, "resolved").state()).isEqualTo(DeliveryState.SENT);
        assertThat(endOfTelling(reference)).isEqualTo("Event_MessageSentAgain");
    }

    @Test
    void whatACrashLeftInDoubtIsSentAgainUnderTheSameIdentity() throws Exception {
        CaseReference reference = caseOf(address, "Hal", Locale.ENGLISH);
        relay.run();
        notifications.toCustomer(reference, "resolved", "crash/" + reference);
        OutboxMessage sent = claimed(reference);
        mails.send(sent);
        // here the application stops, before it can record that the server took it

        relay.run();
        assertThat(mailsAbout("Good to hear that it is solved"))
                .as("nobody touches it while its sender may still live")
                .hasSize(1);
        clock.advance(settings.sendingLimit().plusSeconds(1));
        relay.run();
        relay.run();

        assertThat(mailsAbout("Good to hear that it is solved"))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.getMessageID()).isEqualTo(sent.messageId()));
        assertThat(delivery(reference, "resolved").state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void whatACrashLeftInDoubtIsLeftToAPersonIfSoConfigured() {
        CaseReference reference = caseOf(address, "Ida", Locale.ENGLISH);
        relay.run();
        notifications.toCustomer(reference, "resolved", "hold/" + reference);
        claimed(reference);

        clock.advance(settings.sendingLimit().plusSeconds(1));
        new OutboxRelay(deliveries, mails, holding()).run();
        relay.run();

        assertThat(mailsAbout("Good to hear that it is solved")).isEmpty();
        assertThat(delivery(reference, "resolved").state()).isEqualTo(DeliveryState.HELD);
        assertThat(tellingTasks(reference)).hasSize(1);
    }

    @Test
    void aKillLeavesNoMoreThanTheMessageInHandInDoubt() {
        CaseReference reference = caseOf(address, "Pia", Locale.ENGLISH);
        relay.run();
        notifications.toCustomer(reference, "resolved", "killed-1/" + reference);
        notifications.toCustomer(reference, "resolved", "killed-2/" + reference);
        notifications.toCustomer(reference, "resolved", "killed-3/" + reference);
        Mails killed = new Mails(null, null, null, null) {
            @Override
            void send(OutboxMessage message) {
                throw new Error("killed");
            }
        };

        assertThatThrownBy(() -> new OutboxRelay(deliveries, killed, holding()).run())
                .isInstanceOf(Error.class);
        new OutboxRelay(deliveries, mails, holding()).run();

        assertThat(mailsAbout("Good to hear that it is solved"))
                .as("the others leave at once")
                .hasSize(2);
        clock.advance(settings.sendingLimit().plusSeconds(1));
        new OutboxRelay(deliveries, mails, holding()).run();
        assertThat(mailsAbout("Good to hear that it is solved")).hasSize(2);
        assertThat(tellingTasks(reference)).hasSize(1);
    }

    @Test
    void aCustomerWhoCanOnlyBeCalledIsToldByAPerson() {
        CaseReference reference = walk.registered(phone(), "The lamp is broken");

        Task task = walk.task(reference, "Activity_TellCustomer");
        Map<String, Object> shown = forms.getTaskFormVariables(task.getId());
        assertThat(shown.get("messageCause").toString()).contains("only be called");
        assertThat(shown.get("messageText").toString()).contains("looks after it");
        assertThat(shown.get("customerPhone").toString()).contains("86");
        assertThat(conversation.of(reference)).isEmpty();

        walk.submit(reference, "Activity_TellCustomer", Map.of("outcomeText", "told", "noteText", "Call after five"));

        assertThat(timeline.of(reference))
                .extracting(TimelineEntry::kind)
                .contains(Kind.TOLD_IN_PERSON, Kind.NOTE)
                .doesNotContain(Kind.ACKNOWLEDGED);
        assertThat(conversation.of(reference))
                .singleElement()
                .satisfies(spoken -> assertThat(spoken.channel()).isEqualTo(Channel.PHONE));
        assertThat(cases.get(reference).firstResponseAt())
                .as("what was told is an automatic message")
                .isNull();
        assertThat(endOfTelling(reference)).isEqualTo("Event_CustomerTold");
    }

    @Test
    void wordsOfAPersonAreTheFirstResponseOnceThePersonHasSaidThem() {
        CaseReference reference = walk.registered(phone(), "The lamp is broken");
        walk.submit(reference, "Activity_TellCustomer", Map.of("outcomeText", "told"));

        notifications.fromStaff(reference, "agent", null, "We have a lamp for you.", "spoken/" + reference);
        assertThat(cases.get(reference).firstResponseAt()).isNull();
        walk.submit(reference, "Activity_TellCustomer", Map.of("outcomeText", "told"));

        assertThat(cases.get(reference).firstResponseAt()).isNotNull();
    }

    @Test
    void aCustomerWhoCannotBeReachedStaysVisible() {
        CaseReference reference = walk.registered(phone(), "The lamp is broken");

        walk.submit(reference, "Activity_TellCustomer", Map.of("outcomeText", "not-reached"));

        assertThat(delivery(reference, "acknowledgement").state()).isEqualTo(DeliveryState.NOT_REACHED);
        assertThat(timeline.of(reference)).extracting(TimelineEntry::kind).contains(Kind.DELIVERY_FAILED);
        assertThat(endOfTelling(reference)).isEqualTo("Event_CustomerNotReached");
    }

    @Test
    void anAnswerThatTheFormDoesNotOfferIsRefusedInWords() {
        CaseReference reference = walk.registered(phone(), "The lamp is broken");

        assertThatThrownBy(() -> walk.submit(reference, "Activity_TellCustomer", Map.of()))
                .hasMessage("Please say what came of it.");
        assertThatThrownBy(() -> walk.submit(reference, "Activity_TellCustomer", Map.of("outcomeText", "again")))
                .hasMessageStartingWith("There is no e-mail address");
        assertThat(tellingTasks(reference)).hasSize(1);
    }

    @Test
    void aNameCannotBecomeAHeaderOrCarryALink() throws Exception {
        CaseReference named = caseOf(address, "Jo\r\nBcc: victim@example.org", Locale.ENGLISH);
        notifications.toCustomer(named, "resolved", "name/" + named);
        String other = UUID.randomUUID() + "@example.org";
        CaseReference advertised = caseOf(other, "Win at http://evil.example now", Locale.ENGLISH);
        notifications.toCustomer(advertised, "resolved", "ad/" + advertised);
        relay.run();

        MimeMessage mail = mailsAbout("Good to hear that it is solved").get(0);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(TestMail.sentTo("victim@example.org")).isEmpty();
        assertThat(TestMail.sentTo(other))
                .allSatisfy(ad -> assertThat(MimeText.plain(ad)).doesNotContain("evil.example"));
    }

    @Test
    void aSubjectOfAPersonStaysOneLineAndItsTextIsShownAsItIs() throws Exception {
        CaseReference reference = caseOf(address, "Kim", Locale.ENGLISH);

        notifications.fromStaff(
                reference,
                "agent",
                "Hello\r\nBcc: victim@example.org",
                "Is 1 < 2 & {{trackingLink}}?\n<script>alert(1)</script>",
                "subject/" + reference);
        relay.run();

        MimeMessage mail = mailsAbout("Hello Bcc: victim@example.org").get(0);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(MimeText.plain(mail)).startsWith("Is 1 < 2 & {{trackingLink}}?\n<script>");
        assertThat(MimeText.html(mail)).contains("1 &lt; 2 &amp;").doesNotContain("<script>");
    }

    @Test
    void anAddressWithALineBreakReachesNobodyElse() {
        CaseReference reference = caseOf(address + "\r\nRCPT TO:<victim@example.org>", "Lou", Locale.ENGLISH);

        notifications.toCustomer(reference, "resolved", "address/" + reference);
        relay.run();

        assertThat(TestMail.sentTo("victim@example.org")).isEmpty();
        assertThat(delivery(reference, "resolved").state()).isEqualTo(DeliveryState.FAILED);
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

    private List<MimeMessage> mailsAbout(String subject) {
        return TestMail.sentTo(address).stream()
                .filter(mail -> subjectOf(mail).endsWith(subject))
                .toList();
    }

    private static String subjectOf(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private OutboxMessage delivery(CaseReference reference, String template) {
        return outbox.toCustomerOf(reference).stream()
                .filter(message -> message.template().equals(template))
                .findFirst()
                .orElseThrow();
    }

    private OutboxMessage claimed(CaseReference reference) {
        return deliveries.claim().stream()
                .map(Outbox.Claimed::message)
                .filter(message -> message.reference().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    private List<Task> tellingTasks(CaseReference reference) {
        return walk.tasks(reference).stream()
                .filter(task -> task.getTaskDefinitionKey().equals("Activity_TellCustomer"))
                .toList();
    }

    private String endOfTelling(CaseReference reference) {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("message-by-person")
                .processInstanceBusinessKey(reference.value())
                .finished()
                .singleResult()
                .getEndActivityId();
    }

    private NotificationSettings holding() {
        return new NotificationSettings(
                settings.retryDelays(),
                settings.pollInterval(),
                settings.sendingLimit(),
                AfterCrash.HOLD,
                settings.tellWithin(),
                settings.staffLocale());
    }

    private static String phone() {
        return "+86138" + String.format("%08d", ThreadLocalRandom.current().nextInt(100_000_000));
    }
}
