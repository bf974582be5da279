package io.careloop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.careloop.cases.CaseReference;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A case that needs technology, logistics and billing, worked by three users in three browsers. */
@CareloopTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DepartmentsInBrowsersTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWalk walk;

    @Autowired
    TaskService tasks;

    Browsers browsers;

    @BeforeAll
    void openBrowser() {
        browsers = new Browsers();
    }

    @AfterAll
    void closeBrowser() {
        browsers.close();
    }

    @Test
    void theOwnerAsksThreeDepartmentsAndReadsTheirAnswersOnTheCasePage() {
        CaseReference reference = walk.triaged("browsers@example.org", "My parcel has not arrived");
        Tasklist agent = Tasklist.signedIn(browsers.window(), address(), "agent");
        Page desk = agent.page();
        desk.navigate(address() + "/desk/cases/" + reference);
        desk.getByText("Ask departments").first().click();
        for (String department : List.of("technology", "logistics", "billing")) {
            desk.fill("textarea[name='question." + department + "']", "What does " + department + " say?");
        }
        desk.locator("form[action$='/departments'] button.btn-primary").click();
        assertThat(desk.locator("body").innerText()).contains("The departments have their questions.");

        answer(reference, "technology", "technician", "The label was unreadable");
        answer(reference, "logistics", "logistics", "It lies in Wuhan");
        answer(reference, "billing", "billing", "Nothing was charged");

        desk.reload();
        assertThat(desk.locator("body").innerText())
                .contains("The label was unreadable", "It lies in Wuhan", "Nothing was charged");
    }

    private void answer(CaseReference reference, String department, String user, String words) {
        Tasklist window = Tasklist.signedIn(browsers.window(), address(), user);
        window.open(taskOf(reference, department).getId());
        assertThat(window.text()).contains("What does " + department + " say?");
        window.claim()
                .pick("Here is our answer")
                .type("Your answer, your question, or your reason", words)
                .complete();
    }

    private Task taskOf(CaseReference reference, String department) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKey("Activity_AnswerQuestion")
                .taskCandidateGroup(department)
                .singleResult();
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
