package io.careloop.cases.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.cases.CaseReference;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What the cards of a task list ask for. */
@CareloopTest
class TaskCaseControllerTests {

    @Autowired
    MockMvc web;

    @Autowired
    CaseWalk walk;

    @Test
    void aListLearnsTheCaseAndTheTimeLeftOfEachTaskThatItsReaderMaySee() throws Exception {
        String first = taskOf("Something unheard of");
        String second = taskOf("Another unheard of thing");

        web.perform(get("/api/tasks/cases")
                        .param("ids", first, second, "no-such")
                        .with(member("agent", "agents")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$[0].reference").value(containsString("C-")))
                .andExpect(jsonPath("$[0].standing").value("RUNNING"))
                .andExpect(jsonPath("$[0].seconds").value(greaterThan(0)))
                .andExpect(jsonPath("$[0].text").value(containsString("left")));
        web.perform(get("/api/tasks/cases")
                        .param("ids", first)
                        .with(member("agent", "agents"))
                        .locale(Locale.TAIWAN))
                .andExpect(jsonPath("$[0].text").value(containsString("剩餘")));
    }

    @Test
    void othersLearnNothing() throws Exception {
        String task = taskOf("Something unheard of");

        web.perform(get("/api/tasks/cases").param("ids", task).with(member("legal", "legal")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(0));
        web.perform(get("/api/tasks/cases").param("ids", task)).andExpect(status().isUnauthorized());
    }

    private String taskOf(String words) {
        CaseReference reference = walk.triaged("left-" + UUID.randomUUID() + "@example.org", words);
        return walk.task(reference, "Activity_TriageRequest").getId();
    }

    private static RequestPostProcessor member(String name, String group) {
        return user(name).authorities(new SimpleGrantedAuthority("GROUP_" + group));
    }
}
