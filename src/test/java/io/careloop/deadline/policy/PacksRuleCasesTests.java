package io.careloop.deadline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseMessage;
import io.careloop.cases.CaseMessage.Direction;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Conversation;
import io.careloop.deadline.CaseDeadlines;
import io.careloop.deadline.ClockKind;
import io.careloop.deadline.Deadlines;
import io.careloop.deadline.PauseRules;
import io.careloop.engine.MovableClock;
import io.careloop.escalation.EscalationReason;
import io.careloop.escalation.Escalations;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Two packs are switched on one after the other, by nothing but a call of the API. */
@CareloopTest
class PacksRuleCasesTests {

    /** A Monday morning in Shanghai. */
    private static final Instant MORNING = Instant.parse("2031-03-03T02:00:00Z");

    /** The same day after closing time. */
    private static final Instant EVENING = Instant.parse("2031-03-03T12:30:00Z");

    /** When the next business day opens. */
    private static final Instant NEXT_OPENING = Instant.parse("2031-03-04T01:00:00Z");

    @Autowired
    MockMvc web;

    @Autowired
    CaseWalk walk;

    @Autowired
    Conversation conversation;

    @Autowired
    CaseFiles cases;

    @Autowired
    Deadlines deadlines;

    @Autowired
    PolicyPacks packs;

    @Autowired
    PackShelf shelf;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PolicyMessages messages;

    @Autowired
    PauseRules pauses;

    @Autowired
    Escalations escalations;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identity;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void onAMorning() {
        clock.moveTo(MORNING.plusSeconds(30));
    }

    @AfterEach
    void houseRules() throws Exception {
        switchOn("default");
        clock.reset();
    }

    @Test
    void underTheHouseRulesACaseIsCountedByTheTable() {
        CaseReference reference = walk.registered("house@example.org", "My parcel has not arrived");

        assertThat(lastMessage(reference).template()).isEqualTo("acknowledgement");
        assertThat(resolution(reference)).isEqualTo(MORNING.plus(Duration.ofHours(24)));
        assertThat(pauses.of(reference.value(), ClockKind.RESOLUTION)).isNotEmpty();
        assertThat(packs.of(reference).id()).isEqualTo("default");
    }

    @Test
    void aPackThatIsSwitchedOnChangesDeadlinesAcknowledgementAndPauses() throws Exception {
        switchOn("fca-disp");
        CaseReference british = walk.registered("fca@example.org", "My account was closed without a word");
        switchOn("asic-rg-271");
        CaseReference australian = walk.registered("asic@example.org", "My account was closed without a word");

        assertThat(resolution(british)).isEqualTo(MORNING.plus(Duration.ofDays(56)));
        assertThat(resolution(australian)).isEqualTo(MORNING.plus(Duration.ofDays(30)));
        assertThat(lastMessage(british).template()).isEqualTo("acknowledgement-fca-disp");
        assertThat(lastMessage(british).text()).contains("final response by Monday, April 28, 2031", "the ombudsman");
        assertThat(lastMessage(australian).template()).isEqualTo("acknowledgement-asic-rg-271");
        assertThat(lastMessage(australian).text())
                .contains("by Wednesday, April 2, 2031")
                .doesNotContain("ombudsman", "you can turn to");
        assertThat(pauses.of(british.value(), ClockKind.RESOLUTION)).isEmpty();
        assertThat(minute(deadlines.of(british).orElseThrow().firstResponse().dueAt()))
                .as("not known, so by the table")
                .isEqualTo(MORNING.plus(Duration.ofHours(3)));
    }

    @Test
    void aCaseKeepsThePackThatItStartedUnderWhateverIsSwitchedLater() throws Exception {
        switchOn("fca-disp");
        CaseReference british = walk.registered("keeps@example.org", "My account was closed without a word");
        Instant due = resolution(british);
        switchOn("asic-rg-271");
        deadlines.reassess(british);

        assertThat(packs.of(british).toString()).isEqualTo("fca-disp version 2");
        web.perform(get("/api/cases/{reference}/deadlines", british)
                        .with(user("agent").authorities(new SimpleGrantedAuthority("GROUP_agents"))))
                .andExpect(jsonPath("$.policy.id").value("fca-disp"))
                .andExpect(jsonPath("$.policy.version").value(2));
        assertThat(resolution(british)).isEqualTo(due);
        messages.explainMissedResolution(british);
        assertThat(lastMessage(british).template()).isEqualTo("resolution-missed");
    }

    @Test
    void afterHoursTheClockOfThePackBeginsWithTheNextBusinessDay() throws Exception {
        switchOn("fca-disp");
        clock.moveTo(EVENING);
        CaseReference late = walk.registered("late@example.org", "My account was closed without a word");

        CaseDeadlines clocks = deadlines.of(late).orElseThrow();
        assertThat(clocks.resolution().startedAt()).isEqualTo(NEXT_OPENING);
        assertThat(clocks.resolution().dueAt()).isEqualTo(NEXT_OPENING.plus(Duration.ofDays(56)));
    }

    @Test
    void aMissedResolutionIsExplainedOnceWhereThePackDemandsItAndNotOtherwise() throws Exception {
        CaseReference house = walk.registered("missed-house@example.org", "My parcel has not arrived");
        switchOn("fca-disp");
        CaseReference british = walk.registered("missed-fca@example.org", "My account was closed without a word");

        for (CaseReference reference : List.of(house, british, british)) {
            messages.explainMissedResolution(reference);
        }

        assertThat(templates(house)).containsExactly("acknowledgement");
        assertThat(templates(british)).containsExactly("acknowledgement-fca-disp", "resolution-missed");
        assertThat(lastMessage(british).text()).contains("you can take your complaint to the ombudsman now");
    }

    @Test
    void theDiagramHasItExplainedWhenTheResolutionIsMissed() throws Exception {
        switchOn("fca-disp");
        CaseReference reference = walk.registered("missed-watch@example.org", "My account was closed without a word");

        walk.runJob(reference, "Event_ResolutionNoticeDue");
        walk.runJob(reference, "Event_ResolutionDeadline");
        assertThat(templates(reference)).doesNotContain("resolution-missed");
        walk.runJob(reference, "Event_ResolutionDeadline");
        walk.runJob(reference, "Event_ResolutionDeadline");

        assertThat(templates(reference)).containsOnlyOnce("resolution-missed");
    }

    @Test
    void whatIsResolvedByTheEndOfTheThirdBusinessDayEndsWithASummaryAndLaterWithTheFinalResponse() throws Exception {
        switchOn("fca-disp");
        CaseReference quick = walk.closed("quick@example.org", "My parcel has not arrived");
        CaseReference slow = walk.implemented("slow@example.org", "My parcel has not arrived");
        clock.advance(Duration.ofDays(7));
        walk.answer(slow, true, null);
        walk.call(slow, Map.of("outcomeText", "solved", "noteText", "fine", "wordText", "convenient"));

        assertThat(lastMessage(quick).template()).isEqualTo("summary-resolution");
        assertThat(lastMessage(quick).text()).contains("A new one was delivered", "the ombudsman");
        assertThat(lastMessage(slow).template()).isEqualTo("final-answer");
    }

    @Test
    void underTheFcaEachMessageThatIsDemandedGoesOutOnceAndAtItsTime() throws Exception {
        switchOn("fca-disp");
        CaseReference late = walk.triaged("e-money@example.org", "My payment account was closed without a word");
        assertThat(templates(late)).containsExactly("acknowledgement-fca-disp");
        assertThat(resolution(late)).as("15 business days").isEqualTo(MORNING.plus(Duration.ofDays(21)));

        extend(late, "2031-04-10T12:00:00+08:00", "The bank has not answered");
        assertThat(lastMessage(late).template()).isEqualTo("deadline-extended");
        assertThat(lastMessage(late).text()).contains("The bank has not answered", "April 10, 2031");

        walk.runJob(late, "Event_ResolutionNoticeDue");
        for (int look = 0; look < 9 && clock.instant().isBefore(resolution(late)); look++) {
            assertThat(templates(late)).doesNotContain("resolution-missed");
            walk.runJob(late, "Event_ResolutionDeadline");
        }
        walk.runJob(late, "Event_ResolutionDeadline");
        assertThat(lastMessage(late).text()).contains("take your complaint to the ombudsman now");
        walk.runJob(late, "Activity_ReadComplaint");
        answerFinally(late);

        assertThat(lastMessage(late).text()).contains("We open it again.", "the ombudsman");
        assertThat(templates(late)).containsOnlyOnce("resolution-missed").containsOnlyOnce("final-answer");
    }

    @Test
    void aFinalAnswerThatWasGivenIsNotGivenAgainWhenTheCaseCloses() throws Exception {
        switchOn("fca-disp");
        CaseReference reference = walk.implemented("twice@example.org", "My parcel has not arrived");
        clock.advance(Duration.ofDays(7));
        walk.answer(reference, true, null);
        escalations.escalate(reference, EscalationReason.DEMAND, "customer", null);
        walk.runJob(reference, "Activity_ReadComplaint");
        answerFinally(reference);

        walk.call(reference, Map.of("outcomeText", "solved", "noteText", "fine", "wordText", "convenient"));

        assertThat(templates(reference)).containsOnlyOnce("final-answer").endsWith("case-closed");
    }

    @Test
    void anAnswerThatWasOnlyDraftedIsInNoLetter() throws Exception {
        switchOn("asic-rg-271");
        CaseReference reference = walk.implemented("draft@example.org", "My parcel has not arrived");
        clock.advance(Duration.ofDays(7));
        walk.answer(reference, true, null);
        escalations.escalate(reference, EscalationReason.DEMAND, "customer", null);
        walk.runJob(reference, "Activity_ReadComplaint");
        Map<String, Object> draft =
                Map.of("decisionText", "offer", "answerText", "We pay whatever it is.", "reasonText", "They waited");
        submit("complaints", reference, "Activity_ReviewComplaint", draft);
        submit(
                "negotiator",
                reference,
                "Activity_MakeOffer",
                Map.of("decisionText", "none", "reasonText", "Not our fault"));
        submit(
                "complaints",
                reference,
                "Activity_ReviewComplaint",
                Map.of("decisionText", "hand-back", "reasonText", "Go on"));
        walk.runJob(reference, "Activity_HandBack");

        walk.call(reference, Map.of("outcomeText", "solved", "noteText", "fine", "wordText", "convenient"));

        assertThat(lastMessage(reference).template()).isEqualTo("final-answer");
        assertThat(lastMessage(reference).text())
                .contains("What we found and did")
                .doesNotContain("whatever it is");
    }

    @Test
    void underTheAsicEachMessageThatIsDemandedGoesOutOnceAndNoneThatIsNot() throws Exception {
        switchOn("asic-rg-271");
        CaseReference old = walk.triaged("super@example.org", "Where is my superannuation?");
        CaseReference quick = walk.closed("within-five@example.org", "My parcel has not arrived");
        CaseReference slow = walk.implemented("after-five@example.org", "My parcel has not arrived");

        assertThat(templates(old)).containsExactly("acknowledgement-asic-rg-271");
        assertThat(lastMessage(old).text()).contains("by Wednesday, April 2, 2031");
        messages.explainMissedResolution(old);
        assertThat(templates(old)).as("nothing is demanded").containsExactly("acknowledgement-asic-rg-271");
        assertThat(templates(quick)).containsOnlyOnce("case-closed").doesNotContain("final-answer");
        clock.advance(Duration.ofDays(7));
        walk.answer(slow, true, null);
        walk.call(slow, Map.of("outcomeText", "solved", "noteText", "fine", "wordText", "convenient"));
        assertThat(templates(slow)).containsOnlyOnce("final-answer").doesNotContain("case-closed");
        assertThat(lastMessage(slow).text()).contains("What we found and did");
    }

    private void answerFinally(CaseReference reference) {
        submit(
                "complaints",
                reference,
                "Activity_ReviewComplaint",
                Map.of("decisionText", "answer", "answerText", "We open it again."));
    }

    private void submit(String user, CaseReference reference, String activity, Map<String, Object> fields) {
        Task task = walk.task(reference, activity);
        List<String> groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        identity.setAuthentication(user, groups);
        if (!user.equals(task.getAssignee())) {
            tasks.claim(task.getId(), user);
        }
        forms.submitTaskForm(task.getId(), fields);
        identity.clearAuthentication();
    }

    private void extend(CaseReference reference, String until, String reason) throws Exception {
        web.perform(post("/api/cases/{reference}/deadlines/resolution/extension", reference)
                        .with(csrf())
                        .with(user("manager").authorities(new SimpleGrantedAuthority("GROUP_managers")))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"%s\",\"until\":\"%s\"}".formatted(reason, until)))
                .andExpect(
                        status -> assertThat(status.getResponse().getStatus()).isEqualTo(200));
    }

    @Test
    void theCategoryOfACaseHasItsOwnLimit() throws Exception {
        switchOn("fca-disp");
        CaseReference reference = walk.registered("category@example.org", "My account was closed without a word");
        cases.classify(reference, "agent", "payment", "normal", "billing");
        deadlines.reassess(reference);

        assertThat(resolution(reference)).as("15 business days").isEqualTo(MORNING.plus(Duration.ofDays(21)));
        assertThat(status()).contains("Payment services and e-money", "15 business days", "56 days, day and night");
    }

    @Test
    void onlyWhomThePackNamesPausesAClockAndOnlyForWhatItLists() throws Exception {
        String content = new PackFiles()
                .all().stream()
                        .filter(file -> file.pack().id().equals("asic-rg-271"))
                        .map(file -> file.content()
                                .replace("\"id\": \"asic-rg-271\"", "\"id\": \"paused-by-legal\"")
                                .replace("\"pauses\": \"unknown\"", """
                                        "pauses": [{"reason": "waiting-for-customer", "by": ["legal"],
                                            "maximum": {"limit": "P5D", "clock": "business"}}]"""))
                        .findFirst()
                        .orElseThrow();
        transaction.executeWithoutResult(
                status -> shelf.putOnFile(List.of(new PackFiles.PackFile(PackReader.read(content), content))));
        switchOn("paused-by-legal");
        CaseReference reference = walk.registered("legal@example.org", "My account was closed without a word");

        assertThat(pause(reference, "agent", "agents", "waiting-for-customer")).contains("leave that pause to others");
        assertThat(pause(reference, "legal", "legal", "customer-asked-to-wait"))
                .contains("cannot be paused for that reason");
        assertThat(pause(reference, "legal", "legal", "waiting-for-customer")).doesNotContain("detail");
        assertThat(deadlines.of(reference).orElseThrow().resolution().pauses()).hasSize(1);
    }

    private String pause(CaseReference reference, String name, String group, String reason) throws Exception {
        return web.perform(post("/api/cases/{reference}/deadlines/resolution/pause", reference)
                        .with(csrf())
                        .with(user(name).authorities(new SimpleGrantedAuthority("GROUP_" + group)))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"%s\"}".formatted(reason)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void thePublishedStandardStatesTheLimitsOfThePackThatIsOn() throws Exception {
        assertThat(status()).contains("24 hours, day and night").doesNotContain("House rules");
        switchOn("asic-rg-271");
        assertThat(status())
                .contains("30 days, day and night", "ASIC RG 271")
                .doesNotContain("24 hours, day and night");
    }

    private String status() throws Exception {
        return web.perform(get("/status").param("lang", "en"))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void switchOn(String id) throws Exception {
        web.perform(put("/api/deadlines/policies/{id}", id)
                        .with(csrf())
                        .with(user("manager").authorities(new SimpleGrantedAuthority("GROUP_managers")))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"on\":true,\"reason\":\"as decided\"}"))
                .andExpect(
                        status -> assertThat(status.getResponse().getStatus()).isEqualTo(200));
    }

    private static Instant minute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES);
    }

    private Instant resolution(CaseReference reference) {
        return minute(deadlines.of(reference).orElseThrow().resolution().dueAt());
    }

    private CaseMessage lastMessage(CaseReference reference) {
        List<CaseMessage> written = written(reference);
        return written.get(written.size() - 1);
    }

    private List<String> templates(CaseReference reference) {
        return written(reference).stream().map(CaseMessage::template).toList();
    }

    private List<CaseMessage> written(CaseReference reference) {
        return conversation.of(reference).stream()
                .filter(message -> message.direction() == Direction.OUT)
                .toList();
    }
}
