package io.careloop.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.engine.MovableClock;
import io.careloop.support.CareloopTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CareloopTest
class SignInTests {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String TASKS = "/camunda/api/engine/engine/default/task";

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    IdentityService identity;

    @Autowired
    MovableClock clock;

    StaffClient browser;

    @BeforeEach
    void openBrowser() {
        browser = StaffClient.browser(port);
    }

    @Test
    void sendsWhoeverHasNotSignedInToTheSignInPage() {
        assertThat(location(browser.get(TASKLIST))).endsWith("/login");
        assertThat(location(browser.get("/desk"))).endsWith("/login");
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/cases/C-2026-000001").statusCode()).isEqualTo(401);
    }

    @Test
    void oneSignInOpensTasklistAndItsApi() {
        assertThat(location(browser.signIn("agent", "agent"))).endsWith(TASKLIST);

        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(browser.get(TASKS + "?maxResults=10").statusCode()).isEqualTo(200);
        assertThat(StaffClient.json(browser.get("/camunda/api/admin/auth/user/default"))
                        .path("userId")
                        .asText())
                .isEqualTo("agent");
    }

    @Test
    void goesOnToThePageThatWasAskedFor() {
        browser.get("/desk?q=C-2026-000001");

        assertThat(location(browser.signIn("agent", "agent"))).contains("/desk?q=C-2026-000001");
    }

    @ParameterizedTest
    @CsvSource({
        "agent, /camunda/app/tasklist/default/",
        "legal, /camunda/app/tasklist/default/",
        "manager, /desk",
        "owner, /staff",
        "admin, /staff"
    })
    void beginsWhereTheWorkIs(String user, String page) {
        assertThat(location(browser.signIn(user, user))).endsWith(page);
    }

    @Test
    void refusesAWrongPasswordAndSaysNotWhichPartIsWrong() {
        users.create(new StaffMember("forgetful", "Fay", null), "Forgetful", "forgetful", Groups.AUDITORS);
        HttpResponse<String> wrongPassword = browser.signIn("forgetful", "guess");
        HttpResponse<String> unknownUser = browser.signIn("nobody", "guess");

        assertThat(location(wrongPassword)).endsWith("/login?error");
        assertThat(location(unknownUser)).endsWith("/login?error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "age\u0000nt", "' or 1=1 --", "<script>"})
    void refusesNamesThatNoUserCanHave(String name) {
        assertThat(location(browser.signIn(name, "x"))).endsWith("/login?error");
    }

    @Test
    void signInNeedsTheTokenOfTheForm() {
        HttpResponse<String> forged =
                browser.send("POST", "/login", "username=agent&password=agent", "application/x-www-form-urlencoded");

        assertThat(forged.statusCode()).isEqualTo(403);
    }

    @Test
    void signingOutInTasklistSignsOutEverywhere() {
        browser.signIn("agent", "agent");
        browser.get(TASKLIST);

        assertThat(browser.post("/camunda/api/admin/auth/user/default/logout", "")
                        .statusCode())
                .isEqualTo(200);

        assertThat(location(browser.get(TASKLIST))).endsWith("/login");
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void signingOutOnAPageSignsOutOfTasklistToo() {
        browser.signIn("agent", "agent");
        browser.get(TASKLIST);

        HttpResponse<String> signedOut = browser.signOut(browser.get("/staff"));

        assertThat(location(signedOut)).endsWith("/login?signed-out");
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void theSecondWaysInOfTheWebAppsAreClosed() {
        browser.signIn("agent", "agent");
        browser.get(TASKLIST);

        HttpResponse<String> ownSignIn = browser.send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "username=admin&password=admin",
                "application/x-www-form-urlencoded");
        HttpResponse<String> setup = browser.post("/camunda/api/admin/setup/default/user/create", "{}");

        assertThat(ownSignIn.statusCode()).isEqualTo(403);
        assertThat(setup.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "agent,   /camunda/app/cockpit/default/,  403",
        "agent,   /camunda/app/admin/default/,    403",
        "manager, /camunda/app/cockpit/default/,  200",
        "manager, /camunda/app/tasklist/default/, 200",
        "auditor, /camunda/app/cockpit/default/,  200",
        "owner,   /camunda/app/cockpit/default/,  200",
        "owner,   /camunda/app/admin/default/,    403",
        "admin,   /camunda/app/admin/default/,    200",
        "owner,   /desk,                          403",
        "agent,   /insight,                       403",
        "agent,   /modeling,                      403",
        "agent,   /api/insight/kpis,              403",
        "agent,   /anything-else,                 403",
        "agent,   /staff,                         200"
    })
    void opensToEachRoleWhatItNeeds(String user, String path, int status) {
        browser.signIn(user, user);

        HttpResponse<String> answer = browser.get(path);

        assertThat(answer.statusCode())
                .as("%s %s", answer.headers(), answer.body())
                .isEqualTo(status);
    }

    @Test
    void anUnknownAddressIsJustNotFoundForStrangers() {
        assertThat(browser.get("/anything-else").statusCode()).isEqualTo(404);
    }

    @Test
    void administratorsReadTheTruthAboutTheEnginesLine() {
        browser.signIn("admin", "admin");
        assertThat(browser.get("/staff").body()).contains("last release of the community edition");

        StaffClient agent = StaffClient.browser(port);
        agent.signIn("agent", "agent");
        assertThat(agent.get("/staff").body()).doesNotContain("community edition");
    }

    @Test
    void whoeverLeavesAGroupOrTheHouseIsNotServedByAnOldSession() {
        users.create(new StaffMember("leaving", "Lea", null), "Leaving", "leaving", Groups.AGENTS);
        browser.signIn("leaving", "leaving");
        assertThat(browser.get("/desk").statusCode()).isEqualTo(200);

        identity.deleteMembership("leaving", Groups.AGENTS);
        identity.createMembership("leaving", Groups.OWNERS);
        clock.advance(Duration.ofMinutes(2));
        assertThat(browser.get("/desk").statusCode()).isEqualTo(403);
        assertThat(browser.get("/staff").statusCode()).isEqualTo(200);

        identity.deleteUser("leaving");
        clock.advance(Duration.ofMinutes(2));
        assertThat(location(browser.get("/staff"))).endsWith("/login");
    }

    @Test
    void changesOverTheApiNeedATokenOrAPassword() {
        browser.signIn("agent", "agent");

        assertThat(browser.post("/api/nothing-here", "{}").statusCode()).isEqualTo(403);
        assertThat(StaffClient.tool(port, "agent")
                        .post("/api/nothing-here", "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(StaffClient.tool(port, "agent")
                        .from("cross-site")
                        .post("/api/nothing-here", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theRulesOfAssignmentHoldInTasklistToo() {
        browser.signIn("agent", "agent");
        browser.get(TASKLIST);

        HttpResponse<String> forAnother = browser.post(TASKS + "/any/claim", "{\"userId\": \"legal\"}");

        assertThat(forAnother.statusCode()).as(forAnother.body()).isEqualTo(403);
        assertThat(forAnother.body()).contains("You can claim a task for yourself only");
    }

    @Test
    void listsThatCockpitAsksForWithoutAnEndAreAnswered() {
        browser.signIn("manager", "manager");
        browser.get("/camunda/app/cockpit/default/");
        String api = "/camunda/api/engine/engine/default/";

        assertThat(browser.get(api + "process-definition?sortBy=version&sortOrder=desc")
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.get(api + "task").statusCode()).isEqualTo(200);
        assertThat(browser.get(api + "task?maxResults=1").statusCode()).isEqualTo(200);
    }

    @Test
    void tasklistSpeaksTheReadersChinese() {
        browser.signIn("agent", "agent");
        String address = "/camunda/app/tasklist/locales/zh.json";

        assertThat(browser.speaking("zh-CN").get(address).body()).contains("认领").contains("任务已完成");
        assertThat(browser.speaking("zh-TW").get(address).body()).contains("認領").contains("工作已完成");
    }

    @Test
    void aPageOfTasklistIsNeverStale() {
        browser.signIn("agent", "agent");

        assertThat(browser.get(TASKLIST).headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    @Test
    void ownPagesAreInNobodysFrameAndRunNothingInline() {
        String policy = browser.get("/login")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("");

        assertThat(policy).contains("frame-ancestors 'none'").doesNotContain("unsafe");
    }

    private static String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(302);
        return response.headers().firstValue("Location").orElseThrow();
    }
}
