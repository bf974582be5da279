package io.careloop.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.engine.MovableClock;
import io.careloop.identity.Absences;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import io.careloop.support.MimeText;
import io.careloop.support.ScratchModels;
import io.careloop.support.TestMail;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Notices to the staff, from the call and from a diagram. */
@CareloopTest
class StaffNoticeTests {

    @Autowired
    Notifications notifications;

    @Autowired
    OutboxRelay relay;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseWalk walk;

    @Autowired
    IdentityService identity;

    @Autowired
    Absences absences;

    @Autowired
    MovableClock clock;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private final String ann = "ann" + suffix;
    private final String bea = "bea" + suffix;
    private final String team = "team" + suffix;

    /** Ten o'clock on a Monday in Shanghai. */
    private static final Instant AT_WORK = Instant.parse("2027-03-01T02:00:00Z");

    @BeforeEach
    void aTeamOfTwo() {
        clock.moveTo(AT_WORK);
        identity.saveGroup(identity.newGroup(team));
        for (String id : List.of(ann, bea)) {
            User user = identity.newUser(id);
            user.setEmail(address(id));
            identity.saveUser(user);
            identity.createMembership(id, team);
        }
    }

    @AfterEach
    void gone() {
        identity.deleteGroup(team);
        identity.deleteUser(ann);
        identity.deleteUser(bea);
    }

    @Test
    void whoStandsInForSomebodyAwayIsToldToo() {
        CaseReference reference = walk.registered(UUID.randomUUID() + "@example.org", "My order has not arrived");
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai")));
        UUID away = UUID.randomUUID();
        absences.enter(away, ann, today, today, bea, ann);

        notifications.toStaff(reference, List.of(ann), List.of(), "deadline-near", "near/" + reference);
        relay.run();

        assertThat(TestMail.sentTo(address(ann))).hasSize(1);
        assertThat(TestMail.sentTo(address(bea))).hasSize(1);
        absences.withdraw(away, ann);
    }

    @Test
    void everybodyNamedIsToldOnceWithALinkToTheCaseAndNoneOfTheCustomers() throws Exception {
        CaseReference reference = walk.registered(UUID.randomUUID() + "@example.org", "My order has not arrived");

        for (int press = 0; press < 2; press++) {
            notifications.toStaff(
                    reference, List.of(ann, "nobody"), List.of(team), "deadline-near", "near/" + reference);
        }
        relay.run();

        for (String id : List.of(ann, bea)) {
            assertThat(TestMail.sentTo(address(id))).singleElement().satisfies(mail -> {
                assertThat(mail.getSubject()).isEqualTo("[" + reference + "] A deadline is near");
                assertThat(MimeText.plain(mail))
                        .contains("/desk/cases/" + reference, "Solution due: ")
                        .doesNotContain("/track/");
            });
        }
        List<MimeMessage> both = List.of(
                TestMail.sentTo(address(ann)).get(0),
                TestMail.sentTo(address(bea)).get(0));
        assertThat(both.get(0).getMessageID()).isNotEqualTo(both.get(1).getMessageID());
    }

    @Test
    void aDiagramTellsTheTeamOfTheCaseUnlessItNamesOthers() {
        CaseReference reference = walk.registered(UUID.randomUUID() + "@example.org", "My order has not arrived");
        cases.classify(reference, "agent", "delivery", "normal", team);

        runWith(reference, Map.of("template", "customer-wrote"));
        runWith(reference, Map.of("template", "request-routed", "users", bea, "groups", ""));
        relay.run();

        assertThat(TestMail.sentTo(address(ann))).hasSize(1);
        assertThat(TestMail.sentTo(address(bea))).hasSize(2);
    }

    @Test
    void whatHappensAtNightIsToldInTheMorningWhoeverCausedIt() {
        CaseReference reference = walk.registered(UUID.randomUUID() + "@example.org", "My order has not arrived");
        clock.moveTo(AT_WORK.plus(Duration.ofHours(10)));

        notifications.toStaff(reference, List.of(ann), List.of(), "escalation-answered", "night/" + reference);
        relay.run();
        clock.moveTo(AT_WORK.plus(Duration.ofHours(22).plusMinutes(59)));
        relay.run();
        assertThat(TestMail.sentTo(address(ann))).isEmpty();

        clock.moveTo(AT_WORK.plus(Duration.ofHours(23).plusSeconds(1)));
        relay.run();
        assertThat(TestMail.sentTo(address(ann))).hasSize(1);
    }

    @Test
    void aNoticeOfAClockSaysWhichAndHowMuchOfItsTimeIsUsed() throws Exception {
        CaseReference reference = walk.registered(UUID.randomUUID() + "@example.org", "My order has not arrived");

        notifications.toStaff(
                reference,
                List.of(ann),
                List.of(),
                "deadline-near",
                "deadline/%s/resolution/80/0/2027-03-02T02:00:00Z".formatted(reference));
        relay.run();

        MimeMessage mail = TestMail.sentTo(address(ann)).get(0);
        assertThat(mail.getSubject()).isEqualTo("[" + reference + "] A deadline is near: Resolution, 80 %");
        assertThat(MimeText.plain(mail)).contains("Resolution: due Tuesday, March 2, 2027", "80 % of its time is used");
    }

    private void runWith(CaseReference reference, Map<String, String> inputs) {
        String key = "notice-" + UUID.randomUUID();
        BpmnModelInstance model = Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .serviceTask("Activity_Tell")
                .camundaDelegateExpression("${notifyStaffDelegate}")
                .endEvent()
                .done();
        org.camunda.bpm.model.bpmn.instance.ServiceTask task = model.getModelElementById("Activity_Tell");
        inputs.forEach((name, value) -> task.builder().camundaInputParameter(name, value));
        String deployment = ScratchModels.unchecked(() -> repository
                        .createDeployment()
                        .addModelInstance("notice.bpmn", model)
                        .deploy())
                .getId();
        runtime.startProcessInstanceByKey(key, reference.value(), Variables.createVariables());
        repository.deleteDeployment(deployment, true);
    }

    private static String address(String user) {
        return user + "@staff.example.org";
    }
}
