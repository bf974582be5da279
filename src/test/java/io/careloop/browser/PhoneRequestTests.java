package io.careloop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.Channel;
import io.careloop.cases.Contact;
import io.careloop.cases.Contacts;
import io.careloop.cases.Urgency;
import io.careloop.support.CareloopTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An agent takes a call: the request is typed into Tasklist's start dialog. */
@CareloopTest
class PhoneRequestTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseFiles cases;

    @Autowired
    Contacts contacts;

    @Test
    void anAgentStartsARequestByPhoneAndIsToldWhatDoesNotFit() {
        try (Browsers browsers = new Browsers()) {
            Page page = browsers.window().newPage();
            signIn(page);
            page.locator(".start-process-action a, a:has-text('Start process')")
                    .first()
                    .click();
            page.getByText("Request by phone").first().click();
            Locator form = page.locator(".modal-content .fjs-form");
            form.waitFor();
            form.getByLabel("Phone number or e-mail address").fill("nobody");
            form.getByLabel("Name").fill("Zhao");
            form.getByLabel("What is it about?").fill("It leaks");
            form.getByLabel("Urgent").check();
            start(page);
            page.getByText("This is neither an e-mail address nor a phone number")
                    .first()
                    .waitFor();

            form.getByLabel("Phone number or e-mail address").fill("136 0013 6001");
            start(page);
            form.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        }
        Contact caller = contacts.known(null, "+8613600136001").orElseThrow();
        CaseFile file = cases.recentOf(caller.id()).get(0);
        assertThat(file.channel()).isEqualTo(Channel.PHONE);
        assertThat(file.owner()).isEqualTo("agent");
        assertThat(file.urgency()).isEqualTo(Urgency.HIGH);
    }

    private void signIn(Page page) {
        page.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/");
        page.fill("input[name=username]", "agent");
        page.fill("input[name=password]", "agent");
        page.press("input[name=password]", "Enter");
        page.waitForURL(url -> url.contains("/app/tasklist/"));
    }

    private static void start(Page page) {
        page.locator(".modal-footer button:has-text('Start')").last().click();
    }
}
