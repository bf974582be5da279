package io.careloop.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.cases.Attachments;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.cases.TrackingTokens;
import io.careloop.support.CareloopTest;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@CareloopTest
class RequestPageTests {

    private static final Pattern TRACKING = Pattern.compile("/track/([\\w-]{22})\\?notice=registered");

    @Autowired
    MockMvc mvc;

    @Autowired
    CaseFiles cases;

    @Autowired
    Attachments attachments;

    @Autowired
    TrackingTokens tokens;

    @Test
    void asksForExactlyThreeThings() throws Exception {
        String page = mvc.perform(get("/"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(Pattern.compile("name=\"(\\w+)\"[^>]*\\srequired")
                        .matcher(page)
                        .results()
                        .map(match -> match.group(1))
                        .distinct())
                .containsExactly("contact", "description", "urgency");
        assertThat(page).doesNotContain("<script", "<style", " style=", " onclick=");
    }

    @Test
    void aRequestBecomesACaseAndLeadsToItsPage() throws Exception {
        String token = send(filled("ann.page@example.org", "My order has not arrived")
                .param("name", "Ann")
                .header("Accept-Language", "zh-TW"));

        CaseFile file = cases.get(tokens.caseOf(token).orElseThrow());
        assertThat(file.channel()).isEqualTo(Channel.PORTAL);
        assertThat(file.description()).isEqualTo("My order has not arrived");
        assertThat(file.locale().toLanguageTag()).isEqualTo("zh-TW");
        mvc.perform(get("/track/" + token).param("notice", "registered"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(file.reference().value())))
                .andExpect(content().string(containsString("We have also sent you a mail")));
    }

    @Test
    void whoCanOnlyBeCalledIsToldThatSomebodyWillCall() throws Exception {
        String token = send(filled("+86 138 0013 8001", "Please call me"));

        mvc.perform(get("/track/" + token).param("notice", "registered"))
                .andExpect(content().string(containsString("Somebody will call you")))
                .andExpect(content().string(not(containsString("We have also sent you a mail"))));
    }

    @Test
    void whatIsMissingIsSaidBesideItsFieldAndNothingTypedIsLost() throws Exception {
        mvc.perform(post("/")
                        .with(csrf())
                        .param("contact", "")
                        .param("description", "Words <b>kept</b>")
                        .param("urgency", "whenever")
                        .param("product", "Order 7"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("id=\"contact-fault\">Please give an e-mail")))
                .andExpect(content().string(containsString("id=\"urgency-fault\">Please say how urgent it is.")))
                .andExpect(content().string(containsString("Words &lt;b&gt;kept&lt;/b&gt;</textarea>")))
                .andExpect(content().string(containsString("value=\"Order 7\"")));
    }

    @Test
    void aContactThatIsNoneIsRefused() throws Exception {
        mvc.perform(filled("ann@example.org\r\nBcc: all@example.org", "x").with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("neither an e-mail address nor a phone number")));
    }

    @Test
    void aPageSentTwiceIsRegisteredOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        String first = send(filled("twice@example.org", "Once only").param("key", key));
        String second = send(filled("twice@example.org", "Once only").param("key", key));

        assertThat(second).isNotEqualTo(first);
        assertThat(tokens.caseOf(second)).isEqualTo(tokens.caseOf(first));

        mvc.perform(filled("twice@example.org", "Something else")
                        .param("key", key)
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("send another request already")))
                .andExpect(content().string(containsString("Something else")))
                .andExpect(content().string(not(containsString(key))));
    }

    @Test
    void filesAreKeptWithTheCase() throws Exception {
        String token = track(mvc.perform(multipart("/")
                        .file(new MockMultipartFile("files", "crack.png", "image/png", new byte[] {1, 2, 3}))
                        .file(new MockMultipartFile("files", "", null, new byte[0]))
                        .param("contact", "files@example.org")
                        .param("description", "See the picture")
                        .param("urgency", "HIGH")
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());

        CaseReference reference = tokens.caseOf(token).orElseThrow();
        assertThat(attachments.of(reference))
                .singleElement()
                .satisfies(file -> assertThat(file.fileName()).isEqualTo("crack.png"));
    }

    @Test
    void aFileThatIsTooLargeIsSaidBesideTheFieldWithTheTextsKept() throws Exception {
        mvc.perform(multipart("/")
                        .file(new MockMultipartFile("files", "film.mp4", "video/mp4", new byte[6 * 1024 * 1024]))
                        .param("contact", "files@example.org")
                        .param("description", "See the film")
                        .param("urgency", "HIGH")
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("id=\"files-fault\">A file is too large.")))
                .andExpect(content().string(containsString("See the film</textarea>")));
    }

    @Test
    void anotherSiteCannotSendTheForm() throws Exception {
        mvc.perform(filled("ann@example.org", "x")).andExpect(status().isForbidden());
    }

    @Test
    void pagesForbidWhateverTheyDoNotNeed() throws Exception {
        mvc.perform(get("/"))
                .andExpect(header().string("Content-Security-Policy", startsWith("default-src 'self'")))
                .andExpect(header().string("Content-Security-Policy", not(containsString("unsafe"))))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("Cache-Control", containsString("no-store")));
    }

    private String send(MockHttpServletRequestBuilder request) throws Exception {
        return track(mvc.perform(request.with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private static String track(String address) {
        Matcher matcher = TRACKING.matcher(address);
        assertThat(matcher.matches()).as(address).isTrue();
        return matcher.group(1);
    }

    private static MockHttpServletRequestBuilder filled(String contact, String description) {
        return post("/")
                .param("contact", contact)
                .param("description", description)
                .param("urgency", "NORMAL");
    }
}
