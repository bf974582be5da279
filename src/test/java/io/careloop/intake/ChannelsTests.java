package io.careloop.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.Channel;
import io.careloop.cases.Contacts;
import io.careloop.intake.mail.MailboxLook;
import io.careloop.support.CareloopTest;
import io.careloop.support.TestMail;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/** Whichever way a customer chooses, the same words make the same case. */
@CareloopTest
class ChannelsTests {

    private static final String SUBJECT = "The washing machine leaks";
    private static final String WORDS = "It leaks since Monday.\n\nPlease <b>help</b> & call 13800138000.";

    @Autowired
    Registrations registrations;

    @Autowired
    JavaMailSender mails;

    @Autowired
    MailboxLook mailbox;

    @Autowired
    FormService forms;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    @Autowired
    CaseFiles cases;

    @Autowired
    Contacts contacts;

    @Test
    void theSameWordsMakeCasesThatDifferInChannelAndContactOnly() {
        List<CaseFile> files = Stream.of(Channel.PORTAL, Channel.API, Channel.EMAIL, Channel.PHONE)
                .map(this::cameBy)
                .toList();

        assertThat(files)
                .extracting(CaseFile::channel)
                .containsExactly(Channel.PORTAL, Channel.API, Channel.EMAIL, Channel.PHONE);
        assertThat(files).extracting(CaseFile::contactId).doesNotHaveDuplicates();
        assertThat(files)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields(
                        "reference", "registeredAt", "channel", "contactId", "version")
                .containsOnly(files.get(0));
    }

    private CaseFile cameBy(Channel channel) {
        String address = channel.name().toLowerCase(Locale.ROOT) + UUID.randomUUID() + "@example.org";
        switch (channel) {
            case EMAIL -> mail(address);
            case PHONE -> call(address);
            default ->
                registrations.register(
                        new Registrations.Request(
                                channel,
                                address,
                                null,
                                SUBJECT,
                                WORDS,
                                null,
                                null,
                                null,
                                null,
                                Locale.ENGLISH,
                                null,
                                null),
                        null);
        }
        return cases.recentOf(contacts.known(address, null).orElseThrow().id()).get(0);
    }

    private void mail(String address) {
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom(address);
        mail.setTo(TestMail.ADDRESS);
        mail.setSubject(SUBJECT);
        mail.setText(WORDS);
        mails.send(mail);
        mailbox.look();
    }

    private void call(String address) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("phone-intake")
                .latestVersion()
                .singleResult()
                .getId();
        identity.setAuthentication("agent", List.of("agents"));
        try {
            forms.submitStartForm(
                    definition,
                    Map.of(
                            "contactText", address,
                            "subjectText", SUBJECT,
                            "descriptionText", WORDS,
                            "urgencyText", "NORMAL",
                            "languageText", "en"));
        } finally {
            identity.clearAuthentication();
        }
    }
}
