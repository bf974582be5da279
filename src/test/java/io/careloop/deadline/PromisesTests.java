package io.careloop.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.cases.TrackingTokens;
import io.careloop.deadline.Promise.Source;
import io.careloop.deadline.Promise.State;
import io.careloop.engine.MovableClock;
import io.careloop.escalation.Escalations;
import io.careloop.resolution.ServiceRequests;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What becomes of promises to customers. */
@CareloopTest
class PromisesTests {

    private static final String WATCH = "Event_PromiseDeadline";

    @Autowired
    MockMvc web;

    @Autowired
    CaseWalk walk;

    @Autowired
    CaseFiles cases;

    @Autowired
    Promises promises;

    @Autowired
    Timeline timeline;

    @Autowired
    Escalations escalations;

    @Autowired
    ServiceRequests requests;

    @Autowired
    TrackingTokens tokens;

    @Autowired
    RuntimeService runtime;

    @Autowired
    WorkingTime workingTime;

    @Autowired
    MovableClock clock;

    private LocalDate inThreeDays;

    @BeforeEach
    void days() {
        inThreeDays = LocalDate.ofInstant(clock.instant(), workingTime.zone()).plusDays(3);
    }

    @Test
    void aPromiseIsMadeOverTheApiAndSeenByTheCustomer() throws Exception {
        CaseReference reference = registered();

        web.perform(post("/api/cases/" + reference + "/promises")
                        .with(member("agent", "agents"))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\": \"We call you\", \"date\": \"" + inThreeDays + "\"}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.number").value(1))
                .andExpect(jsonPath("$.state").value("OPEN"));

        web.perform(get("/api/cases/" + reference + "/promises").with(member("manager", "managers")))
                .andExpect(jsonPath("$[0].text").value("We call you"))
                .andExpect(jsonPath("$[0].madeBy").value("agent"));
        String token = tokens.issue(reference);
        web.perform(get("/track/" + token)).andExpect(content().string(containsString("We call you")));
        web.perform(get("/api/tracking/" + token))
                .andExpect(jsonPath("$.promises[0].text").value("We call you"))
                .andExpect(jsonPath("$.promises[0].state").value("OPEN"));
        web.perform(get("/desk/cases/" + reference).with(member("agent", "agents")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("It is kept: We call you")));
    }

    @Test
    void whoMayNotWriteAndWhoMayNotSeeTheCasePromisesNothing() throws Exception {
        CaseReference reference = registered();
        String words = "{\"text\": \"We call you\", \"date\": \"" + inThreeDays + "\"}";

        web.perform(post("/api/cases/" + reference + "/promises")
                        .with(member("manager", "managers"))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(words))
                .andExpect(status().isForbidden());
        web.perform(post("/api/cases/" + reference + "/promises")
                        .with(member("billing", "billing"))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(words))
                .andExpect(status().isNotFound());
        cases.classify(reference, "agent", "billing", "normal", "billing");
        web.perform(post("/api/cases/" + reference + "/promises")
                        .with(member("billing", "billing"))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(words))
                .andExpect(status().isForbidden());
        assertThat(promises.of(reference)).isEmpty();
    }

    @Test
    void whatCannotBePromisedComesBackWithASentence() throws Exception {
        CaseReference reference = registered();

        web.perform(post("/desk/cases/" + reference + "/promises")
                        .with(member("agent", "agents"))
                        .with(csrf())
                        .param("text", "We call you")
                        .param("date", inThreeDays.minusDays(4).toString()))
                .andExpect(flash().attribute("promiseRefusal", "refusal.promise-date"))
                .andExpect(flash().attribute("promiseText", "We call you"));
        web.perform(post("/api/cases/" + reference + "/promises")
                        .with(member("agent", "agents"))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\": \" \", \"date\": \"" + inThreeDays + "\"}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value("Please write what is promised."));
        cases.restrict(reference, "complaints", "Press", "manager");
        assertThat(promises.make(reference, "We admit it", inThreeDays, "complaints"))
                .isEqualTo(new Promises.Outcome.Refused("outbound-unapproved"));
    }

    @Test
    void theOwnerIsRemindedAndABrokenPromiseLetsTheCaseClimbAndStaysBrokenWhenItIsKeptLate() throws Exception {
        CaseReference reference = promised();

        walk.runJob(reference, WATCH);
        walk.runJob(reference, WATCH);
        assertThat(clock.instant()).isBefore(promises.of(reference).get(0).dueAt());
        assertThat(kinds(reference)).contains(Kind.DEADLINE_NEAR).doesNotContain(Kind.PROMISE_BROKEN);
        walk.runJob(reference, WATCH);

        assertThat(promises.of(reference).get(0).state()).isEqualTo(State.BROKEN);
        assertThat(kinds(reference)).contains(Kind.PROMISE_BROKEN, Kind.ESCALATED);
        assertThat(escalations.open(reference)).isPresent();

        web.perform(put("/api/cases/" + reference + "/promises/1/kept")
                        .with(member("agent", "agents"))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("KEPT_LATE"));
        assertThat(kinds(reference)).contains(Kind.PROMISE_KEPT_LATE).doesNotContain(Kind.PROMISE_KEPT);
    }

    @Test
    void aKeptPromiseIsSettledAndNobodyIsTold() {
        CaseReference reference = promised();

        assertThat(promises.keep(reference, 1, "agent")).isTrue();
        assertThat(promises.keep(reference, 1, "agent")).isFalse();

        assertThat(promises.of(reference).get(0).state()).isEqualTo(State.KEPT);
        assertThat(kinds(reference)).contains(Kind.PROMISE_KEPT).doesNotContain(Kind.PROMISE_BROKEN);
        assertThat(watching(reference)).isZero();
    }

    @Test
    void nobodyWaitsForAPromiseOfACaseThatIsOver() {
        CaseReference reference = promised();

        requests.withdraw(reference, "customer");

        assertThat(promises.of(reference).get(0).state()).isEqualTo(State.DROPPED);
        assertThat(watching(reference)).isZero();
        assertThat(promises.make(reference, "We call you", inThreeDays, "agent"))
                .isEqualTo(new Promises.Outcome.Refused("promise-case-over"));
    }

    @Test
    void theDateOfAnAcceptedSolutionIsPromisedAndKeptWhenItIsInPlace() {
        CaseReference reference = walk.proposed(address(), "My parcel is lost");
        assertThat(promises.of(reference)).isEmpty();

        walk.answer(reference, true, null);

        assertThat(promises.of(reference)).singleElement().satisfies(promise -> {
            assertThat(promise.source()).isEqualTo(Source.SOLUTION);
            assertThat(promise.text()).isEqualTo("We send a new one by courier");
            assertThat(promise.state()).isEqualTo(State.OPEN);
        });

        walk.implement(reference);

        assertThat(promises.of(reference).get(0).state()).isEqualTo(State.KEPT);
    }

    @Test
    void promisesAreCountedByTheStageInWhichTheyWereMade() {
        Instant from = clock.instant().minusSeconds(1);
        CaseReference reference = promised();
        promises.make(reference, "We write to you", inThreeDays, "agent");
        promises.make(reference, "We send it", inThreeDays, "agent");
        promises.keep(reference, 1, "agent");
        clock.moveTo(promises.of(reference).get(1).dueAt().plus(Duration.ofMinutes(1)));
        promises.breach(reference, 2);

        PromiseCount count = promises.countByStage(from, from.plus(Duration.ofMinutes(1))).stream()
                .filter(line -> line.stage() == cases.get(reference).stage())
                .findFirst()
                .orElseThrow();

        assertThat(count.made()).isGreaterThanOrEqualTo(3);
        assertThat(count.kept()).isGreaterThanOrEqualTo(1);
        assertThat(count.broken()).isGreaterThanOrEqualTo(1);
        assertThat(count.open()).isGreaterThanOrEqualTo(1);
    }

    private CaseReference promised() {
        CaseReference reference = registered();
        assertThat(promises.make(reference, "We call you", inThreeDays, "agent"))
                .isInstanceOf(Promises.Outcome.Made.class);
        return reference;
    }

    private CaseReference registered() {
        return walk.registered(address(), "My parcel is lost");
    }

    private static String address() {
        return "promise-" + UUID.randomUUID() + "@example.org";
    }

    private long watching(CaseReference reference) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(Promises.PROCESS)
                .processInstanceBusinessKey(reference.value())
                .count();
    }

    private List<Kind> kinds(CaseReference reference) {
        return timeline.of(reference).stream().map(TimelineEntry::kind).toList();
    }

    private static RequestPostProcessor member(String name, String group) {
        return user(name).authorities(new SimpleGrantedAuthority("GROUP_" + group));
    }
}
