package io.careloop.identity;

import static io.careloop.identity.StaffClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.CaseReference;
import io.careloop.escalation.EscalationReason;
import io.careloop.escalation.Escalations;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who tries to review, by REST as by Tasklist, what they have handled themselves. */
@CareloopTest
class SecondReviewerTests {

    private static final String REVIEW = "Activity_ReviewComplaint";
    private static final String HANDLED = "has handled this case. Somebody else has to review it.";
    private static final String ANSWER =
            "{\"variables\": {\"decisionText\": {\"value\": \"answer\"}, \"answerText\": {\"value\": \"We refund you.\"}}}";
    private static final String APPROVE = "{\"variables\": {\"decisionText\": {\"value\": \"approve\"}}}";

    @LocalServerPort
    int port;

    @Autowired
    CaseWalk walk;

    @Autowired
    Escalations escalations;

    @Autowired
    Users users;

    @Autowired
    IdentityService identity;

    @Autowired
    ManagementService jobs;

    final String fresh = "fresh" + UUID.randomUUID().toString().substring(0, 8);
    StaffClient complaints;
    StaffClient colleague;
    StaffClient manager;

    @BeforeEach
    void signIn() {
        complaints = StaffClient.tool(port, "complaints");
        manager = StaffClient.tool(port, "manager");
        users.create(new StaffMember(fresh, "Frances", null), "Fresh", fresh, Groups.COMPLAINTS);
        identity.createMembership(fresh, Groups.LEGAL);
        identity.createMembership(fresh, Groups.QUALITY);
        colleague = StaffClient.tool(port, fresh);
    }

    @AfterEach
    void gone() {
        identity.deleteUser(fresh);
    }

    @Test
    void whoeverHandledACaseNeitherClaimsNorGetsNorCompletesItsReview() {
        CaseReference reference = handledByComplaints("I complain about your service");
        String task = climbed(reference);

        assertThat(message(claim(complaints, task, "complaints"), 403)).endsWith(HANDLED);
        assertThat(message(put(manager, task, "assignee", "complaints"), 403)).endsWith(HANDLED);
        assertThat(message(put(manager, task, "delegate", "complaints"), 403)).endsWith(HANDLED);
        assertThat(message(claim(manager, task, "complaints"), 403)).endsWith(HANDLED);
        assertThat(claim(colleague, task, fresh).statusCode()).isEqualTo(204);
        assertThat(message(put(colleague, task, "assignee", "complaints"), 403)).endsWith(HANDLED);
        assertThat(submit(complaints, task, ANSWER).statusCode()).isEqualTo(403);
        assertThat(submit(colleague, task, ANSWER).statusCode()).isEqualTo(204);

        assertThat(escalations.of(reference))
                .singleElement()
                .satisfies(ended -> assertThat(ended.answeredBy()).isEqualTo(fresh));
    }

    @Test
    void aTaskOnceClaimedAndLetGoCountsAsHandled() {
        CaseReference reference = walk.triaged("claimed@example.org", "I complain about your service");
        String analysis = walk.task(reference, "Activity_AnalyseRequest").getId();
        claim(complaints, analysis, "complaints");
        complaints.post("/engine-rest/task/" + analysis + "/unclaim", "");

        assertThat(message(claim(complaints, climbed(reference), "complaints"), 403))
                .endsWith(HANDLED);
    }

    @Test
    void legalAndQualityAreTwoPeopleAndNeitherWroteTheAnswer() {
        CaseReference reference = walk.triaged("two.people@example.org", "Refund me or I go to my lawyer");
        begin(reference);
        String task = walk.task(reference, REVIEW).getId();
        claim(complaints, task, "complaints");
        assertThat(submit(complaints, task, ANSWER).statusCode()).isEqualTo(204);
        identity.createMembership("complaints", Groups.LEGAL);
        try {
            String legal = walk.task(reference, "Activity_ApproveByLegal").getId();
            String quality = walk.task(reference, "Activity_ApproveByQuality").getId();

            assertThat(message(claim(StaffClient.tool(port, "complaints"), legal, "complaints"), 403))
                    .contains("wrote this answer");
            claim(colleague, legal, fresh);
            claim(colleague, quality, fresh);
            assertThat(submit(colleague, legal, APPROVE).statusCode()).isEqualTo(204);
            assertThat(message(submit(colleague, quality, APPROVE), 403)).contains("given the other approval");
        } finally {
            identity.deleteMembership("complaints", Groups.LEGAL);
        }
    }

    private CaseReference handledByComplaints(String words) {
        CaseReference reference = walk.triaged(UUID.randomUUID() + "@example.org", words);
        String analysis = walk.task(reference, "Activity_AnalyseRequest").getId();
        assertThat(claim(complaints, analysis, "complaints").statusCode()).isEqualTo(204);
        HttpResponse<String> answer = submit(
                complaints,
                analysis,
                "{\"variables\": {\"problemText\": {\"value\": \"Rude\"}, \"problemClear\": {\"value\": \"yes\"}}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        return reference;
    }

    private String climbed(CaseReference reference) {
        escalations.escalate(reference, EscalationReason.DEMAND, "customer", null);
        begin(reference);
        return walk.task(reference, REVIEW).getId();
    }

    private void begin(CaseReference reference) {
        jobs.executeJob(walk.job(reference, "Activity_ReadComplaint").getId());
    }

    private static HttpResponse<String> claim(StaffClient who, String task, String user) {
        return put(who, task, "claim", user);
    }

    private static HttpResponse<String> put(StaffClient who, String task, String verb, String user) {
        return who.post("/engine-rest/task/" + task + "/" + verb, "{\"userId\": \"" + user + "\"}");
    }

    private static HttpResponse<String> submit(StaffClient who, String task, String fields) {
        return who.post("/engine-rest/task/" + task + "/submit-form", fields);
    }

    private static String message(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return json(response).path("message").asText();
    }
}
