package io.careloop.notification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.notification.Correspondence;
import io.careloop.notification.Delivery;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The messages on the case page, and writing to the customer from it. */
@CareloopTest
class MessagesPageTests {

    @Autowired
    MockMvc web;

    @Autowired
    CaseWalk walk;

    @Autowired
    CaseFiles cases;

    @Autowired
    Correspondence correspondence;

    @Test
    void aMemberOfTheStaffWritesToTheCustomerAndThatIsTheFirstResponse() throws Exception {
        CaseReference reference = walk.registered(email(), "My order has not arrived");
        String key = UUID.randomUUID().toString();

        web.perform(message(reference, key, "Where is it?", "It is on its way.\r\nTomorrow!"))
                .andExpect(redirectedUrl("/desk/cases/" + reference))
                .andExpect(flash().attribute("notice", "desk.messages.sent"));
        web.perform(message(reference, key, "Where is it?", "It is on its way.\r\nTomorrow!"));

        assertThat(correspondence.of(reference))
                .filteredOn(delivery -> "agent".equals(delivery.author()))
                .as("pressed twice, sent once")
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.text()).startsWith("It is on its way.\nTomorrow!"));
        assertThat(cases.get(reference).firstResponseAt()).isNotNull();
        web.perform(get("/desk/cases/" + reference).with(member("agents")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Where is it?</summary>")))
                .andExpect(content().string(containsString("on its way")));
    }

    @Test
    void anEmptyMessageComesBackWithASentence() throws Exception {
        CaseReference reference = walk.registered(email(), "My order has not arrived");

        web.perform(message(reference, UUID.randomUUID().toString(), "Hello", "  "))
                .andExpect(redirectedUrl("/desk/cases/" + reference + "#write"))
                .andExpect(flash().attribute("messageRefusal", "Please write what the customer shall read."))
                .andExpect(flash().attribute("messageSubject", "Hello"));
        web.perform(message(reference, UUID.randomUUID().toString(), "", "x".repeat(10_001))
                        .locale(Locale.TAIWAN))
                .andExpect(flash().attribute("messageRefusal", "內容過長，請控制在 10,000 個字元以內。"));
        assertThat(correspondence.of(reference)).extracting(Delivery::author).containsOnly("system");
    }

    @Test
    void theWriterStartsFromATemplateInTheCustomersLanguage() throws Exception {
        CaseReference reference = walk.registered(email(), "My order has not arrived");

        web.perform(post("/desk/cases/" + reference + "/messages/draft")
                        .param("draft", "draft-ask-details")
                        .param("text", "Dear Lin")
                        .with(member("agents"))
                        .with(csrf()))
                .andExpect(flash().attribute("messageText", containsString("to help you quickly")))
                .andExpect(flash().attribute("messageText", containsString("Dear Lin\n\n")));
        web.perform(post("/desk/cases/" + reference + "/messages/draft")
                        .param("draft", "acknowledgement")
                        .with(member("agents"))
                        .with(csrf()))
                .andExpect(status().isBadRequest());
    }

    @Test
    void wordsForACustomerWhoCanOnlyBeCalledBecomeATask() throws Exception {
        CaseReference reference = walk.registered(phone(), "The lamp is broken");
        walk.submit(reference, "Activity_TellCustomer", Map.of("outcomeText", "told"));

        web.perform(message(reference, UUID.randomUUID().toString(), "", "We have a lamp for you"))
                .andExpect(flash().attribute("notice", "desk.messages.called"));

        assertThat(walk.task(reference, "Activity_TellCustomer")).isNotNull();
        web.perform(get("/desk/cases/" + reference).with(member("agents")))
                .andExpect(content().string(containsString("not sent: tell the customer in person")))
                .andExpect(content().string(containsString("becomes a task to call them")));
    }

    @Test
    void whoOnlyReadsCannotWrite() throws Exception {
        CaseReference reference = walk.registered(email(), "My order has not arrived");

        web.perform(get("/desk/cases/" + reference).with(member("managers")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("id=\"write\""))));
        web.perform(message(reference, UUID.randomUUID().toString(), "", "Hello")
                        .with(member("managers")))
                .andExpect(status().isForbidden());
        web.perform(message(reference, UUID.randomUUID().toString(), "", "Hello")
                        .with(member("logistics")))
                .andExpect(status().isNotFound());
        web.perform(post("/desk/cases/" + reference + "/messages")
                        .param("key", UUID.randomUUID().toString())
                        .param("text", "Hello")
                        .with(member("agents")))
                .andExpect(status().isForbidden());
    }

    @Test
    void hostileTextIsShownAsText() throws Exception {
        CaseReference reference = walk.registered(email(), "My order has not arrived");

        web.perform(message(
                reference,
                UUID.randomUUID().toString(),
                "<script>alert(1)</script>",
                "<script>alert(2)</script>\u0000"));

        web.perform(get("/desk/cases/" + reference).with(member("agents")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<script>alert"))))
                .andExpect(content().string(containsString("&lt;script&gt;alert(2)")));
    }

    private static MockHttpServletRequestBuilder message(
            CaseReference reference, String key, String subject, String text) {
        return post("/desk/cases/" + reference + "/messages")
                .param("key", key)
                .param("subject", subject)
                .param("text", text)
                .with(member("agents"))
                .with(csrf());
    }

    private static RequestPostProcessor member(String group) {
        return user(group.replaceFirst("^(agent|manager)s$", "$1"))
                .authorities(new SimpleGrantedAuthority("GROUP_" + group));
    }

    private static String email() {
        return UUID.randomUUID() + "@example.org";
    }

    private static String phone() {
        return "+86138" + String.format("%08d", ThreadLocalRandom.current().nextInt(100_000_000));
    }
}
