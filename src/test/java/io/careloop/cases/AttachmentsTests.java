package io.careloop.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.cases.Attachments.Addition.Added;
import io.careloop.cases.Attachments.Addition.Refused;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.support.CareloopTest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@CareloopTest
class AttachmentsTests {

    private static final byte[] PAGE = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Attachments attachments;

    @Autowired
    CaseFiles cases;

    @Autowired
    Timeline timeline;

    @Autowired
    MockMvc mvc;

    @Test
    void aFileIsKeptWithItsDigestAndToldInTheTimeline() {
        CaseReference reference = newCase();

        attachments.add(reference, null, Actors.CUSTOMER, "发票.html", "text/html; charset=utf-8", PAGE);

        assertThat(attachments.of(reference)).singleElement().satisfies(file -> {
            assertThat(file.fileName()).isEqualTo("发票.html");
            assertThat(file.mediaType()).isEqualTo("text/html");
            assertThat(file.size()).isEqualTo(PAGE.length);
            assertThat(file.sha256()).hasSize(64);
            assertThat(attachments.content(file)).isEqualTo(PAGE);
        });
        assertThat(timeline.of(reference)).last().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.ATTACHMENT_ADDED);
            assertThat(entry.text()).isEqualTo("发票.html");
        });
    }

    @Test
    void nonsenseAsAMediaTypeCountsAsUnknown() {
        CaseReference reference = newCase();

        attachments.add(reference, null, Actors.CUSTOMER, "a", "x\r\nSet-Cookie: y", PAGE);
        attachments.add(reference, null, Actors.CUSTOMER, "b", "*/*", PAGE);
        attachments.add(reference, null, Actors.CUSTOMER, "c", null, PAGE);

        assertThat(attachments.of(reference))
                .extracting(Attachment::mediaType)
                .containsOnly("application/octet-stream");
    }

    @Test
    void tooMuchIsRefusedWithTheReason() {
        CaseReference reference = newCase();
        byte[] full = new byte[5 * 1024 * 1024];

        assertThat(add(reference, new byte[0])).isEqualTo(new Refused("file-empty"));
        assertThat(add(reference, new byte[full.length + 1])).isEqualTo(new Refused("file-too-large"));
        for (int i = 0; i < 5; i++) {
            assertThat(add(reference, full)).isInstanceOf(Added.class);
        }
        assertThat(add(reference, PAGE)).isEqualTo(new Refused("case-full"));
    }

    @Test
    void aBrowserSavesTheFileAndNeverShowsIt() throws Exception {
        CaseReference reference = newCase();
        UUID id = ((Added) attachments.add(reference, null, Actors.CUSTOMER, "发票.html", "text/html", PAGE)).id();

        mvc.perform(get("/desk/cases/{reference}/attachments/{id}", reference, id)
                        .with(agent()))
                .andExpect(status().isOk())
                .andExpect(content().bytes(PAGE))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Disposition", org.hamcrest.Matchers.startsWith("attachment;")));
    }

    @Test
    void aFileIsFoundUnderItsOwnCaseOnly() throws Exception {
        UUID id = ((Added) add(newCase(), PAGE)).id();

        mvc.perform(get("/desk/cases/{reference}/attachments/{id}", newCase(), id)
                        .with(agent()))
                .andExpect(status().isNotFound());
        mvc.perform(get("/desk/cases/nonsense/attachments/{id}", id).with(agent()))
                .andExpect(status().isNotFound());
    }

    private static RequestPostProcessor agent() {
        return user("agent").authorities(new SimpleGrantedAuthority("GROUP_agents"));
    }

    private Attachments.Addition add(CaseReference reference, byte[] content) {
        return attachments.add(reference, null, Actors.CUSTOMER, "file.bin", null, content);
    }

    private CaseReference newCase() {
        return cases.register(new NewCase(
                        Channel.API,
                        new ContactDetails(null, UUID.randomUUID() + "@example.org", null, Locale.ENGLISH),
                        null,
                        "text",
                        Urgency.NORMAL,
                        null,
                        null,
                        null,
                        "agent",
                        null))
                .reference();
    }
}
