package io.careloop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.careloop.cases.CaseReference;
import io.careloop.cases.TrackingTokens;
import io.careloop.escalation.EscalationReason;
import io.careloop.escalation.Escalations;
import io.careloop.followup.Feedback;
import io.careloop.insight.InsightTables;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What axe finds serious or critical on a page keeps people from using it. Each page on a desk's and on a phone's screen. */
@CareloopTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTests {

    private static final int PHONE = 390;
    private static final int DESK = 1280;

    /** Thousands of shapes take axe long, and their text is in the name of the picture and in the table below it. */
    private static final String FINDINGS = """
            async (withColours) => (await axe.run({ exclude: [['.figure-diagram > *'], ['#diagram > *']] },
                    { resultTypes: ['violations'], rules: { 'color-contrast': { enabled: withColours } } })).violations
                .filter(found => ['serious', 'critical'].includes(found.impact))
                .map(found => found.id + ': ' + found.nodes.map(node => node.html.slice(0, 160)
                    + ' (' + node.failureSummary.replace(/\\s+/g, ' ') + ')').join(' | '))""";

    @LocalServerPort
    int port;

    @Autowired
    CaseWalk walk;

    @Autowired
    TrackingTokens tokens;

    @Autowired
    Escalations escalations;

    @Autowired
    Feedback feedback;

    @Autowired
    ApplicationContext application;

    @Autowired
    RepositoryService repository;

    @Autowired
    ManagementService management;

    private Browsers browsers;
    private String axe;

    @BeforeAll
    void openBrowser() throws IOException {
        try (InputStream source =
                getClass().getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            axe = new String(source.readAllBytes(), StandardCharsets.UTF_8);
        }
        browsers = new Browsers();
    }

    @AfterAll
    void closeBrowser() {
        browsers.close();
    }

    @Test
    void customersAskAndFollowTheirRequestWithoutBarriers() {
        Page page = browsers.window().newPage();

        assertNoBarriers(page, "/login");
        assertNoBarriers(page, "/");
        assertNoBarriers(page, tracking(walk.proposed("a11y.asked@example.org", "My parcel has not arrived")));
        assertNoBarriers(page, tracking(walk.resolved("a11y.resolved@example.org", "My parcel has not arrived")));
        assertNoBarriers(page, tracking(walk.closed("a11y.closed@example.org", "My parcel has not arrived")));
    }

    @Test
    void theStaffFindAndReadCasesWithoutBarriers() {
        CaseReference reference = walk.proposed("a11y.desk@example.org", "My parcel has not arrived");
        Page page = signedIn("agent");

        assertNoBarriers(page, "/desk");
        assertNoBarriers(page, "/desk?query=" + reference);
        assertNoBarriers(page, "/desk/absences");
        assertNoBarriers(page, "/desk/cases/" + reference);
    }

    @Test
    void aComplaintThatClimbsIsFollowedByBothSidesWithoutBarriers() {
        CaseReference reference = walk.proposed("a11y.climbs@example.org", "My parcel has not arrived");
        escalations.escalate(reference, EscalationReason.DEMAND, "customer", "Nobody calls back");
        walk.runJob(reference, "Activity_ReadComplaint");
        Page page = signedIn("agent");

        assertNoBarriers(page, tracking(reference));
        assertNoBarriers(page, "/desk/cases/" + reference);
        assertNoBarriers(page, "/desk/cases/" + reference + "/dossier");
    }

    @Test
    void theStaffMakeGoodWhatWentWrongWithoutBarriers() {
        CaseReference reference = walk.closed("a11y.made.good@example.org", "My parcel has not arrived");
        feedback.give(reference, "disappointed", 2, null);
        Page page = signedIn("agent");
        page.navigate(address() + "/desk/cases/" + reference);
        page.querySelectorAll("details").forEach(details -> details.evaluate("one => one.open = true"));
        page.fill("#stake", "20");
        page.press("#stake", "Enter");
        page.querySelectorAll("details").forEach(details -> details.evaluate("one => one.open = true"));
        page.selectOption("#give-kind", "voucher");
        page.fill("#give-amount", "30.01");
        page.fill("#give-reason", "Two weeks late");
        page.press("#give-amount", "Enter");
        assertThat(page.textContent("[role=alert]")).contains("30.01 CNY", "20.00 CNY");
        page.querySelectorAll("details").forEach(details -> details.evaluate("one => one.open = true"));
        page.selectOption("#give-kind", "voucher");
        page.fill("#give-amount", "30.00");
        page.fill("#give-reason", "Two weeks late");
        page.press("#give-amount", "Enter");
        assertThat(page.textContent("[role=status]")).isEqualTo("It is granted, and on its way.");

        assertNoBarriers(page);
    }

    @Test
    void ownersCompareVersionsAndPlanAMoveWithoutBarriers() throws IOException {
        String diagram = Files.readString(Path.of("processes/resolution/service-request.bpmn"));
        Deployment before = deploy(diagram);
        CaseReference reference = walk.analysed("a11y.version@example.org", "My parcel has not arrived");
        Deployment after = deploy(diagram.replace("Activity_ProposeSolution", "Activity_DraftSolution")
                .replace("Propose solution", "Draft solution"));
        String versions = "?from=" + versionIn(before) + "&to=" + versionIn(after);
        Page page = signedIn("owner");

        assertNoBarriers(page, "/modeling/versions");
        assertNoBarriers(page, "/modeling/versions/service-request");
        assertNoBarriers(page, "/modeling/versions/service-request/migration" + versions);
        assertNoBarriers(
                page,
                "/modeling/versions/service-request/migration" + versions
                        + "&place.Activity_ProposeSolution=Activity_DraftSolution");
        page.fill("#reason", "The new step is wanted for all");
        page.press("#reason", "Tab");
        page.keyboard().press("Enter");
        assertThat(page.textContent("#progress")).contains("0 of 1 cases moved", reference.value());
        assertNoBarriers(page);
        assertNoBarriers(page, "/modeling/versions/service-request/compare" + versions);
        page.waitForFunction("document.querySelectorAll('[data-drawn]').length == 2");
        assertThat(page.querySelectorAll(".version-added.bpmn-user-task:not(.bpmn-label)"))
                .hasSize(1);
        assertThat(page.querySelectorAll(".version-removed.bpmn-user-task:not(.bpmn-label)"))
                .hasSize(1);

        management.createBatchQuery().list().forEach(batch -> management.deleteBatch(batch.getId(), true));
        walk.withdraw(reference);
        List.of(after, before).forEach(deployed -> repository.deleteDeployment(deployed.getId(), true));
    }

    @Test
    void ownersTryAVersionOnSomeCasesWithoutBarriers() throws IOException {
        String diagram = Files.readString(Path.of("processes/resolution/service-request.bpmn"));
        Deployment before = deploy(diagram);
        Deployment after = deploy(diagram.replace("Propose solution", "Draft solution"));
        Page page = signedIn("owner");

        assertNoBarriers(page, "/modeling/versions/service-request/trial");
        page.fill("#trial-reason", "Drafts are quicker");
        page.click("text=Start the trial");
        assertThat(page.textContent("[role=status]")).contains("The trial has begun");
        assertNoBarriers(page);
        page.fill("#ending-reason", "They are not");
        page.click("button[value=GIVEN_UP]");
        assertNoBarriers(page);
        page.selectOption("#current-version", "");
        page.fill("#current-reason", "As ever");
        page.press("#current-reason", "Tab");
        page.keyboard().press("Enter");
        assertThat(page.textContent("[role=status]")).contains("each deployment counts at once");

        List.of(after, before).forEach(deployed -> repository.deleteDeployment(deployed.getId(), true));
    }

    private Deployment deploy(String diagram) {
        return repository
                .createDeployment()
                .addString("service-request.bpmn", diagram)
                .deploy();
    }

    private int versionIn(Deployment deployment) {
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment.getId())
                .processDefinitionKey("service-request")
                .singleResult()
                .getVersion();
    }

    @Test
    void ownersCheckModelsWithoutBarriers() {
        Page page = signedIn("owner");

        assertNoBarriers(page, "/modeling");
        assertNoBarriers(page, "/modeling/checks");
        page.click("main p a");
        page.setInputFiles("#files", Path.of("processes/recovery/learning.bpmn"));
        page.click("main form button");
        assertThat(page.textContent("[role=status]")).isEqualTo("No fault in 1 file(s): they can be deployed.");
        assertNoBarriers(page);
    }

    @Test
    void ownersTryChangesOnThePastWithoutBarriers() {
        walk.triaged("a11y.replay@example.org", "My parcel has not arrived");
        InsightTables.catchUp(application);
        Page page = signedIn("owner");

        assertNoBarriers(page, "/modeling/replay");
        page.setInputFiles("#table-file", Path.of("processes/recovery/learning.bpmn"));
        page.click("main form button");
        assertThat(page.textContent("[role=alert]")).contains("no decision table");
        assertNoBarriers(page);
        page.selectOption("#table", "triage-routing");
        page.click("main form button");
        page.waitForSelector("text=All is looked at");
        assertNoBarriers(page);
        page.navigate(address() + "/modeling/replay");
        page.selectOption("#diagram", "service-request");
        page.click("section[aria-labelledby=diagrams] button");
        page.waitForSelector("text=All is looked at");
        assertNoBarriers(page);
    }

    @Test
    void managersChangeRulesAndCalendarsWithoutBarriers() {
        Page page = signedIn("manager");

        assertNoBarriers(page, "/desk/policies");
        assertNoBarriers(page, "/desk/policies/fca-disp");
        assertNoBarriers(page, "/desk/calendars");
        assertNoBarriers(page, "/desk/calendars/cn?from=2026-02-13T17%3A30&amount=2&unit=hours&clock=business");
        assertNoBarriers(page, "/desk/calendars/cn?from=2026-02-13T17%3A30&amount=none&unit=hours&clock=business");
        assertNoBarriers(page, "/desk/calendars/new");
        assertNoBarriers(page, "/desk/calendars/cn/edit");
        page.fill("#reason", "London joins us");
        page.selectOption("#country", "GB");
        page.fill("#year", "2027");
        page.click("button[name=fill]");
        assertThat(page.inputValue("#holidays")).contains("2026-10-01", "2027-12-27");
        assertNoBarriers(page);
        page.fill("#week-MONDAY", "9-12");
        page.click("button:not([name])[class*=btn-primary]");
        assertThat(page.textContent("#errors")).contains("9-12").doesNotContain("2026-10-10");
        assertThat(page.textContent("h1")).isEqualTo("Change calendar cn");
        assertNoBarriers(page);
    }

    @Test
    void managersFollowACaseOnItsDiagramWithoutBarriers() {
        CaseReference reference = walk.proposed("a11y.insight@example.org", "My parcel has not arrived");
        InsightTables.catchUp(application);
        Page page = signedIn("manager");

        assertNoBarriers(page, "/insight?reference=" + reference);
        page.click("table a");
        page.waitForSelector("#diagram[data-drawn=true]");
        assertThat(page.querySelectorAll("#diagram .way-visited")).hasSizeGreaterThan(5);
        assertThat(page.querySelectorAll("#diagram .way-taken")).hasSizeGreaterThan(5);
        assertThat(page.querySelectorAll("#diagram .way-here")).isNotEmpty();
        assertNoBarriers(page);
    }

    @Test
    void managersReadFiguresWithoutBarriers() {
        walk.closed("a11y.figures@example.org", "My parcel has not arrived");
        InsightTables.catchUp(application);
        Page page = signedIn("manager");

        page.navigate(address() + "/insight/process?measure=VISITS&other=1&period=from-to&to=2030-01-01");
        page.waitForSelector(".bpmn-overlay, .figure-diagram svg");
        assertNoBarriers(page);
        assertNoBarriers(page, "/insight/figures?period=month");
        page.fill("#from", "2026-01-05");
        page.press("#from", "Enter");
        page.waitForURL(url -> url.contains("period=from-to"));
        assertThat(page.inputValue("#from")).isEqualTo("2026-01-05");
        assertNoBarriers(page, "/insight/behind?kpi=resolution&period=month");
        assertNoBarriers(page, "/insight/behind?kpi=promises&which=outside&period=month");
        assertNoBarriers(page, "/insight/behind?now=open");
        assertNoBarriers(page, "/insight/journey?period=month");
        assertNoBarriers(page, "/insight/journey/cases?touchpoint=contact&period=month");
        assertNoBarriers(page, "/insight/month");
    }

    private Page signedIn(String user) {
        Page page = browsers.window().newPage();
        page.navigate(address() + "/desk");
        page.fill("input[name=username]", user);
        page.fill("input[name=password]", user);
        page.press("input[name=password]", "Enter");
        page.waitForURL(url -> url.contains("/desk"));
        return page;
    }

    private void assertNoBarriers(Page page, String path) {
        page.navigate(address() + path);
        assertThat(page.url()).endsWith(path);
        assertNoBarriers(page);
    }

    private void assertNoBarriers(Page page) {
        page.querySelectorAll("details").forEach(details -> details.evaluate("one => one.open = true"));
        page.evaluate(axe);
        for (int width : new int[] {DESK, PHONE}) {
            page.setViewportSize(width, 900);
            // colours do not depend on the width, and take longer than all else
            assertThat((List<?>) page.evaluate(FINDINGS, width == DESK))
                    .as("%s, %d wide", page.url(), width)
                    .isEmpty();
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("%s fits a screen of %d", page.url(), width)
                    .isTrue();
        }
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private String tracking(CaseReference reference) {
        return "/track/" + tokens.issue(reference);
    }
}
