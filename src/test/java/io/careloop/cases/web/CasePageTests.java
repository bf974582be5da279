package io.careloop.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.cases.Attachments;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.Channel;
import io.careloop.cases.ContactDetails;
import io.careloop.cases.Contacts;
import io.careloop.cases.Conversation;
import io.careloop.cases.NewCase;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.cases.Urgency;
import io.careloop.support.CareloopTest;
import io.careloop.support.Members;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@CareloopTest
class CasePageTests {

    private static final String HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>";

    @Autowired
    MockMvc web;

    @Autowired
    Members members;

    @Autowired
    CaseFiles cases;

    @Autowired
    Contacts contacts;

    @Autowired
    Timeline timeline;

    @Autowired
    Conversation conversation;

    @Autowired
    Attachments attachments;

    private final String email = "ann-" + UUID.randomUUID() + "@example.org";

    @Test
    void thePageShowsRequestCustomerAndTimelineInTheReadersLanguage() throws Exception {
        CaseFile file = registered("Lamp is broken", "It does not light");

        web.perform(get(page(file)).with(members.of("agents")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("It does not light")))
                .andExpect(content().string(containsString(email)))
                .andExpect(content().string(containsString("Registered")));
        web.perform(get(page(file)).with(members.of("agents")).locale(Locale.TAIWAN))
                .andExpect(content().string(containsString("已登記")));
    }

    @Test
    void wordsOfTheCustomerStayWords() throws Exception {
        CaseFile file = registered(HOSTILE, HOSTILE);
        conversation.customerWrote(file.reference(), Channel.API, HOSTILE, HOSTILE, null);

        web.perform(get(page(file)).with(members.of("agents")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<script>alert"))))
                .andExpect(content().string(not(containsString("<img src=x"))))
                .andExpect(content().string(containsString("&lt;script&gt;alert(1)")));
    }

    @Test
    void aDepartmentSeesItsOwnCasesAndNoOthers() throws Exception {
        CaseFile file = registered("Late", "My parcel");

        web.perform(get(page(file)).with(members.of("logistics"))).andExpect(status().isNotFound());
        web.perform(get("/api/cases/" + file.reference()).with(members.of("logistics")))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value(containsString("no such case")));
        web.perform(get("/desk").param("query", file.reference().value()).with(members.of("logistics")))
                .andExpect(content().string(not(containsString("/desk/cases/" + file.reference()))));

        cases.classify(file.reference(), "agent", "delivery", "normal", "logistics");

        web.perform(get(page(file)).with(members.of("logistics"))).andExpect(status().isOk());
        web.perform(get(page(file)).with(members.of("billing"))).andExpect(status().isNotFound());
    }

    @Test
    void whatIsNoReferenceIsNotFoundEither() throws Exception {
        web.perform(get("/desk/cases/nonsense").with(members.of("agents"))).andExpect(status().isNotFound());
        web.perform(get("/api/cases/C-2026-999999").with(members.of("agents"))).andExpect(status().isNotFound());
    }

    @Test
    void aCorrectionIsRecordedWithItsValuesBeforeAndAfter() throws Exception {
        CaseFile file = registered("Late", "My parcel");

        web.perform(post(page(file))
                        .with(members.of("agents"))
                        .with(csrf())
                        .param("seen.name", "Ann")
                        .param("seen.email", email)
                        .param("seen.subject", "Late")
                        .param("name", "Ann Li")
                        .param("email", email)
                        .param(
                                "phone",
                                "138 0013 " + ThreadLocalRandom.current().nextInt(1000, 9999))
                        .param("subject", "Late"))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrl(page(file)));

        assertThat(contacts.get(file.contactId()).name()).isEqualTo("Ann Li");
        assertThat(timeline.of(file.reference()))
                .filteredOn(entry -> entry.kind() == Kind.EDITED)
                .extracting(TimelineEntry::field)
                .containsExactly("name", "phone");
        assertThat(timeline.of(file.reference()))
                .filteredOn(entry -> "name".equals(entry.field()))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo("agent");
                    assertThat(entry.oldValue()).isEqualTo("Ann");
                    assertThat(entry.newValue()).isEqualTo("Ann Li");
                });
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() throws Exception {
        CaseFile file = registered("Late", "My parcel");
        correctSubject(file, "Late", "Parcel is late").andExpect(status().is3xxRedirection());

        correctSubject(file, "Late", "Lost")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("changed this meanwhile")))
                .andExpect(content().string(containsString("Lost")));

        assertThat(cases.get(file.reference()).subject()).isEqualTo("Parcel is late");
        correctSubject(file, "Parcel is late", "Lost").andExpect(status().is3xxRedirection());
        assertThat(cases.get(file.reference()).subject()).isEqualTo("Lost");
    }

    @Test
    void aCustomerWhoCannotBeReachedAnyMoreIsRefused() throws Exception {
        CaseFile file = registered("Late", "My parcel");

        web.perform(post(page(file))
                        .with(members.of("agents"))
                        .with(csrf())
                        .param("seen.email", email)
                        .param("email", "nobody"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("no e-mail address")));
        web.perform(post(page(file))
                        .with(members.of("agents"))
                        .with(csrf())
                        .param("seen.email", email)
                        .param("email", ""))
                .andExpect(status().isUnprocessableEntity());

        assertThat(contacts.get(file.contactId()).email()).isEqualTo(email);
    }

    @Test
    void anAddressOfAnotherCustomerIsRefused() throws Exception {
        CaseFile file = registered("Late", "My parcel");
        cases.register(request("other-" + email, "Bob", "x", "y"));

        web.perform(post(page(file))
                        .with(members.of("agents"))
                        .with(csrf())
                        .param("seen.email", email)
                        .param("email", "other-" + email))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("belongs to another customer")));
    }

    @Test
    void aNoteIsForColleaguesOnly() throws Exception {
        CaseFile file = registered("Late", "My parcel");

        web.perform(post(page(file) + "/notes")
                        .with(members.of("experts"))
                        .with(csrf())
                        .param("text", "Asked the carrier"))
                .andExpect(redirectedUrl(page(file)));

        assertThat(timeline.of(file.reference())).last().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.NOTE);
            assertThat(entry.isPublic()).isFalse();
            assertThat(entry.text()).isEqualTo("Asked the carrier");
        });
        web.perform(post(page(file) + "/notes")
                        .with(members.of("experts"))
                        .with(csrf())
                        .param("text", " "))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void managersReadAndDoNotWrite() throws Exception {
        CaseFile file = registered("Late", "My parcel");

        web.perform(get(page(file)).with(members.of("managers"))).andExpect(status().isOk());
        web.perform(post(page(file) + "/notes")
                        .with(members.of("managers"))
                        .with(csrf())
                        .param("text", "x"))
                .andExpect(status().isForbidden());
        web.perform(post(page(file)).with(members.of("managers")).with(csrf()).param("name", "x"))
                .andExpect(status().isForbidden());
    }

    @Test
    void aFileIsHandedOutAsADownloadToThoseWhoSeeTheCase() throws Exception {
        CaseFile file = registered("Late", "My parcel");
        attachments.add(
                file.reference(), null, "customer", "页.html", "text/html", HOSTILE.getBytes(StandardCharsets.UTF_8));
        UUID id = attachments.of(file.reference()).get(0).id();

        web.perform(get(page(file) + "/attachments/" + id).with(members.of("agents")))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "text/html"))
                .andExpect(header().string("Content-Disposition", containsString("attachment;")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
        web.perform(get(page(file) + "/attachments/" + id).with(members.of("logistics")))
                .andExpect(status().isNotFound());
    }

    @Test
    void programsReadTheCaseAndItsTimeline() throws Exception {
        CaseFile file = registered("Late", "My parcel");
        conversation.customerWrote(file.reference(), Channel.API, null, "Any news?", null);

        web.perform(get("/api/cases/" + file.reference()).with(members.of("agents")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.reference").value(file.reference().value()))
                .andExpect(jsonPath("$.customer.email").value(email))
                .andExpect(jsonPath("$.messages[*].text", hasItem("Any news?")));
        web.perform(get("/api/cases/" + file.reference() + "/timeline").with(members.of("agents")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].kind").value("REGISTERED"));
    }

    @Test
    void nobodyGetsInUnsigned() throws Exception {
        CaseFile file = registered("Late", "My parcel");

        web.perform(get("/api/cases/" + file.reference())).andExpect(status().isUnauthorized());
        int answer = web.perform(get(page(file))).andReturn().getResponse().getStatus();
        assertThat(answer).isIn(302, 401);
    }

    private ResultActions correctSubject(CaseFile file, String seen, String wanted) throws Exception {
        return web.perform(post(page(file))
                .with(members.of("agents"))
                .with(csrf())
                .param("seen.name", "Ann")
                .param("seen.email", email)
                .param("seen.subject", seen)
                .param("name", "Ann")
                .param("email", email)
                .param("subject", wanted));
    }

    private CaseFile registered(String subject, String description) {
        return cases.register(request(email, "Ann", subject, description));
    }

    private static NewCase request(String email, String name, String subject, String description) {
        return new NewCase(
                Channel.API,
                new ContactDetails(name, email, null, Locale.ENGLISH),
                subject,
                description,
                Urgency.NORMAL,
                null,
                null,
                null,
                "agent",
                null);
    }

    private static String page(CaseFile file) {
        return "/desk/cases/" + file.reference();
    }
}
