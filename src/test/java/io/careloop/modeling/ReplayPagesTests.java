package io.careloop.modeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.cases.CaseReference;
import io.careloop.engine.MovableClock;
import io.careloop.identity.Groups;
import io.careloop.insight.InsightTables;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

@CareloopTest
class ReplayPagesTests {

    private static final Path ROUTING = Path.of("processes/triage/triage-routing.dmn");

    @Autowired
    MockMvc http;

    @Autowired
    CaseWalk walk;

    @Autowired
    MovableClock clock;

    @Autowired
    ApplicationContext application;

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void anOwnerTriesATableAndReadsTheResultAsPageAndFile() throws Exception {
        clock.moveTo(Instant.parse("2029-06-04T03:00:00Z"));
        CaseReference reference = walk.triaged("replay.page@example.org", "My secret parcel is lost");
        InsightTables.catchUp(application);

        String address = http.perform(tables(Files.readString(ROUTING).replace("\"logistics\"", "\"quality\"")))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        String id = address.substring(address.lastIndexOf('/') + 1);
        awaitEnd(id);

        http.perform(get(address).with(owner()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(reference.value())))
                .andExpect(content().string(containsString("1 with another answer")))
                .andExpect(content().string(containsString("(row 3)")))
                .andExpect(content().string(not(containsString("secret"))));
        http.perform(get(address + "?outcome=unknown&lang=zh-TW").with(owner()))
                .andExpect(content().string(containsString("沒有這樣的案件")));
        http.perform(get(address + "/progress").with(owner())).andExpect(header().string("HX-Refresh", "true"));
        http.perform(get("/api/modeling/replays/" + id + "/cases.csv").with(httpBasic("owner", "owner")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("\"" + reference.value() + "\"")))
                .andExpect(content().string(containsString("\"logistics\",\"quality\",\"3\",\"3\"")));
        http.perform(get("/api/modeling/replays/" + id + "/cases.json").with(httpBasic("owner", "owner")))
                .andExpect(jsonPath("$[0].reference").value(reference.value()))
                .andExpect(jsonPath("$[0].before").value("logistics"));
        http.perform(get("/api/modeling/replays/" + id).with(httpBasic("owner", "owner")))
                .andExpect(jsonPath("$.state").value("DONE"))
                .andExpect(jsonPath("$.counts.CHANGED").value(1))
                .andExpect(jsonPath("$.changes[0].before").value("logistics"))
                .andExpect(jsonPath("$.changes[0].count").value(1));
        http.perform(get("/modeling/replay").with(owner()))
                .andExpect(content().string(containsString("/modeling/replay/" + id)));
        http.perform(delete("/api/modeling/replays/" + id).with(httpBasic("owner", "owner")))
                .andExpect(status().isNoContent());
        http.perform(get("/api/modeling/replays/" + id).with(httpBasic("owner", "owner")))
                .andExpect(jsonPath("$.state").value("DONE"));
    }

    @Test
    void theTableThatRunsIsTriedOnAPeriodWithoutCases() throws Exception {
        String address = http.perform(multipart("/modeling/replay/tables")
                        .param("table", "triage-routing")
                        .param("from", "1999-01-01")
                        .param("to", "1999-12-31")
                        .with(owner())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        awaitEnd(address.substring(address.lastIndexOf('/') + 1));

        http.perform(get(address).with(owner()))
                .andExpect(content().string(containsString("Nothing was recorded of it in this period.")));
    }

    @Test
    void whatCannotBeTriedIsNamed() throws Exception {
        String routing = Files.readString(ROUTING);
        http.perform(tables("<nothing")).andExpect(status().isUnprocessableEntity());
        http.perform(tables(routing.replace("\"technical\"", "technical ==")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Rule_Technical")));
        http.perform(multipart("/modeling/replay/tables")
                        .param("from", "2029-01-01")
                        .param("to", "2029-01-31")
                        .with(owner())
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Choose a table")));
        http.perform(multipart("/modeling/replay/tables")
                        .param("table", "triage-routing")
                        .param("from", "2029-02-01")
                        .param("to", "yesterday")
                        .with(owner())
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Enter a first and a last day")));
        http.perform(clocks("cn.json", "{\"week\": 3}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[?(@.field == 'week')]").exists())
                .andExpect(jsonPath("$.errors[?(@.field == 'validFrom')]").exists());
        http.perform(clocks("cn.json", "{"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("file"));
        http.perform(clocks("triage-routing.dmn", routing))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].message").value(containsString("deadline-service-level")));
        http.perform(clocks("words.txt", "none")).andExpect(status().isBadRequest());
        http.perform(get("/api/modeling/replays/987654321").with(httpBasic("owner", "owner")))
                .andExpect(status().isNotFound());
    }

    @Test
    void nobodyElseTriesAnything() throws Exception {
        for (String who : List.of("agent", "manager", "auditor")) {
            http.perform(get("/api/modeling/replays").with(httpBasic(who, who))).andExpect(status().isForbidden());
        }
        http.perform(get("/modeling/replay").with(user("manager").authorities(() -> Groups.authority(Groups.MANAGERS))))
                .andExpect(status().isForbidden());
    }

    private MockMultipartHttpServletRequestBuilder tables(String dmn) {
        return (MockMultipartHttpServletRequestBuilder) multipart("/modeling/replay/tables")
                .file(file("triage-routing.dmn", dmn))
                .param("from", "2029-06-04")
                .param("to", "2029-06-04")
                .with(owner())
                .with(csrf());
    }

    private MockMultipartHttpServletRequestBuilder clocks(String name, String content) {
        return (MockMultipartHttpServletRequestBuilder) multipart("/api/modeling/replays/clocks")
                .file(file(name, content))
                .param("calendar", "cn")
                .param("from", "2029-06-04")
                .param("to", "2029-06-04")
                .with(httpBasic("owner", "owner"));
    }

    private void awaitEnd(String id) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                http.perform(get("/api/modeling/replays/" + id).with(httpBasic("owner", "owner")))
                                        .andReturn()
                                        .getResponse()
                                        .getContentAsString())
                        .contains("endedAt"));
    }

    private static MockMultipartFile file(String name, String content) {
        return new MockMultipartFile("file", name, "text/xml", content.getBytes(StandardCharsets.UTF_8));
    }

    private static UserRequestPostProcessor owner() {
        return user("owner").authorities(() -> Groups.authority(Groups.OWNERS));
    }
}
