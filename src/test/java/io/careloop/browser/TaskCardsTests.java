package io.careloop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.careloop.cases.CaseReference;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an agent sees of the list and of a task around its form. */
@CareloopTest
class TaskCardsTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWalk walk;

    @Autowired
    TaskService tasks;

    @Test
    void aCardNamesItsCaseAndNothingIsOfferedThatWouldNotCount() {
        CaseReference reference = walk.triaged("cards@example.org", "My invoice is wrong");
        String owner = "agent";
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .list()
                .get(0)
                .getId();
        tasks.setAssignee(task, owner);
        // the first of the list, whatever else the agent has to do by now
        tasks.setDueDate(task, Date.from(Instant.EPOCH));
        try (Browsers browsers = new Browsers()) {
            Page page = browsers.window().newPage();
            page.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/");
            page.fill("input[name=username]", owner);
            page.fill("input[name=password]", owner);
            page.press("input[name=password]", "Enter");
            page.waitForURL(url -> url.contains("/app/tasklist/"));
            page.getByText("My tasks").first().click();
            Locator card =
                    page.locator(".tasks-list .task").filter(new Locator.FilterOptions().setHasText(reference.value()));
            card.waitFor();
            Locator left = card.locator(".careloop-left");
            left.waitFor();
            assertThat(left.textContent()).contains("left");
            card.click();
            page.locator(".fjs-form").waitFor();

            Locator opened = page.locator(".careloop-opened .careloop-left");
            opened.waitFor();
            assertThat(opened.textContent()).contains("left");
            assertThat(page.locator("[cam-sorting-choices]").count()).isEqualTo(1);
            assertThat(page.locator("[cam-sorting-choices]").isVisible()).isFalse();
            assertThat(page.locator(".createCommentLink").count()).isEqualTo(1);
            assertThat(page.locator(".createCommentLink").isVisible()).isFalse();
        }
    }
}
