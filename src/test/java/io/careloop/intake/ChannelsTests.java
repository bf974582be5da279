package io.careloop.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.Channel;
import io.careloop.cases.Contacts;
import io.careloop.intake.mail.MailboxLook;
import io.careloop.support.CareloopTest;
import io.careloop.support.TestMail;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.test.web.servlet.MockMvc;

/** Whichever way a customer chooses, the same words make the same case. */
@CareloopTest
class ChannelsTests {

    private static final String SUBJECT = "The washing machine leaks";
    private static final String WORDS = "It leaks since Monday.\n\nPlease <b>help</b> & call 13800138000.";

    @Autowired
    MockMvc mvc;

    @Autowired
    ObjectMapper json;

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
    void theSameWordsMakeCasesThatDifferInChannelAndContactOnly() throws Exception {
        List<CaseFile> files = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            files.add(cameBy(channel));
        }

        assertThat(files).extracting(CaseFile::channel).containsExactly(Channel.values());
        assertThat(files).extracting(CaseFile::contactId).doesNotHaveDuplicates();
        assertThat(files)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields(
                        "reference", "registeredAt", "channel", "contactId", "version")
                .containsOnly(files.get(0));
    }

    private CaseFile cameBy(Channel channel) throws Exception {
        String address = channel.name().toLowerCase(Locale.ROOT) + UUID.randomUUID() + "@example.org";
        switch (channel) {
            case PORTAL -> page(address);
            case API -> program(address);
            case EMAIL -> mail(address);
            case PHONE -> call(address);
        }
        return cases.recentOf(contacts.known(address, null).orElseThrow().id()).get(0);
    }

    private void page(String address) throws Exception {
        mvc.perform(multipart("/")
                        .param("contact", address)
                        .param("subject", SUBJECT)
                        .param("description", WORDS)
                        .param("urgency", "NORMAL")
                        .locale(Locale.ENGLISH)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    private void program(String address) throws Exception {
        Map<String, String> body =
                Map.of("contact", address, "subject", SUBJECT, "description", WORDS, "urgency", "NORMAL");
        mvc.perform(post("/api/cases")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsBytes(body))
                        .locale(Locale.ENGLISH))
                .andExpect(status().isCreated());
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
