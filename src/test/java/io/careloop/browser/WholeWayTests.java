package io.careloop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseStatus;
import io.careloop.engine.MovableClock;
import io.careloop.notification.Post;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A request goes the whole way as its people see it: customer's pages, mail, Tasklist. */
@CareloopTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeWayTests {

    private static final String CUSTOMER = "whole-way@example.org";

    @LocalServerPort
    int port;

    @Autowired
    CaseWalk walk;

    @Autowired
    Post post;

    @Autowired
    MovableClock clock;

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
    void aRequestIsAskedAnsweredAcceptedImplementedConfirmedFollowedUpAndClosed() {
        Page customer = browsers.window().newPage();
        Mailbox mailbox = new Mailbox(CUSTOMER);
        CaseReference reference = asksOnThePage(customer);
        post.collect();
        assertThat(mailbox.newest()).contains(reference.value());

        walk.runJob(reference, "Activity_ReadRequest");
        Tasklist logistics = Tasklist.signedIn(browsers.window(), address(), "logistics");
        analysesAndProposes(logistics, reference);

        post.collect();
        answers(customer, mailbox, "yes");
        implementsIt(logistics, reference);

        post.collect();
        answers(customer, mailbox, "yes");
        assertThat(walk.file(reference).status()).isEqualTo(CaseStatus.RESOLVED);

        walk.runJob(reference, "Event_TimeToCall");
        callsTheCustomer(Tasklist.signedIn(browsers.window(), address(), "agent"), reference);

        post.collect();
        saysOneWord(customer, mailbox);
        assertThat(walk.file(reference).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(customer.locator("body").innerText()).contains(reference.value());
    }

    private CaseReference asksOnThePage(Page customer) {
        customer.navigate(address() + "/");
        customer.fill("input[name=contact]", CUSTOMER);
        customer.fill("textarea[name=description]", "My parcel has not arrived");
        customer.locator("input[name=urgency]").first().check();
        customer.locator("form button.btn-primary").click();
        customer.waitForURL(url -> url.contains("/track/"));
        return CaseReference.quotedIn(customer.locator("body").innerText()).orElseThrow();
    }

    private void analysesAndProposes(Tasklist logistics, CaseReference reference) {
        logistics
                .open(walk.task(reference, "Activity_AnalyseRequest").getId())
                .claim()
                .type("The problem in one or two sentences", "The courier lost the parcel")
                .pick("Yes, go on to a solution")
                .complete();
        logistics
                .open(walk.task(reference, "Activity_ProposeSolution").getId())
                .claim()
                .type("The one fastest way to solve it", "We send a new one by courier")
                .date(today().plusDays(2))
                .complete();
    }

    private void implementsIt(Tasklist logistics, CaseReference reference) {
        logistics
                .open(walk.task(reference, "Activity_PlanImplementation").getId())
                .claim()
                .type("What is to be done", "Pack and send a new one")
                .date(today().plusDays(1))
                .pick("The people and material it needs are available")
                .complete();
        logistics
                .open(walk.task(reference, "Activity_ImplementSolution").getId())
                .claim()
                .type("What was done", "A new one was delivered today")
                .select("What had caused the problem?", "Delivery late")
                .complete();
    }

    private void callsTheCustomer(Tasklist agent, CaseReference reference) {
        agent.open(walk.task(reference, "Activity_CallCustomer").getId())
                .claim()
                .pick("Reached: it stays solved")
                .type("What did they say?", "All is well")
                .complete();
    }

    private void answers(Page customer, Mailbox mailbox, String answer) {
        customer.navigate(address() + mailbox.newestLink());
        customer.locator("button[name=answer][value=" + answer + "]").click();
        customer.waitForLoadState();
    }

    private void saysOneWord(Page customer, Mailbox mailbox) {
        customer.navigate(address() + mailbox.newestLink());
        customer.locator("button[name=word]").first().click();
        customer.waitForLoadState();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
