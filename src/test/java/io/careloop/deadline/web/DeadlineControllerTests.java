package io.careloop.deadline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.cases.CaseFileSection;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.cases.ContactDetails;
import io.careloop.cases.NewCase;
import io.careloop.cases.Urgency;
import io.careloop.deadline.ClockKind;
import io.careloop.deadline.Deadlines;
import io.careloop.engine.MovableClock;
import io.careloop.support.CareloopTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The clocks of a case of Friday, half past five in the afternoon, as staff and programs see them. */
@CareloopTest
class DeadlineControllerTests {

    private static final Instant FRIDAY = Instant.parse("2026-11-20T09:30:00Z");

    @Autowired
    MockMvc web;

    @Autowired
    CaseFiles cases;

    @Autowired
    Deadlines deadlines;

    @Autowired
    DeadlinesSection section;

    @Autowired
    SpringTemplateEngine templates;

    @Autowired
    MovableClock clock;

    private CaseReference reference;

    @BeforeEach
    void aCaseOfFridayAfternoon() {
        clock.moveTo(FRIDAY);
        reference = cases.register(new NewCase(
                        Channel.API,
                        new ContactDetails("Bo", "bo@example.org", null, Locale.ENGLISH),
                        null,
                        "It is broken",
                        Urgency.NORMAL,
                        null,
                        null,
                        null,
                        "agent",
                        null))
                .reference();
    }

    @AfterEach
    void theReadersLanguageIsForgotten() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void eachDueDateIsProvenByTheIntervalsThatCount() throws Exception {
        web.perform(get("/api/cases/{reference}/deadlines", reference).with(agent()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.reference").value(reference.value()))
                .andExpect(jsonPath("$.firstResponse.limit").value("PT2H"))
                .andExpect(jsonPath("$.firstResponse.clockType").value("business"))
                .andExpect(jsonPath("$.firstResponse.calendar").value("cn"))
                .andExpect(jsonPath("$.firstResponse.state").value("running"))
                .andExpect(jsonPath("$.firstResponse.stoppedAt").value(nullValue()))
                .andExpect(jsonPath("$.firstResponse.countedSeconds").value(7200))
                .andExpect(jsonPath("$.firstResponse.counted", hasSize(2)))
                .andExpect(jsonPath("$.firstResponse.counted[0].to").value("2026-11-20T10:00:00Z"))
                .andExpect(jsonPath("$.firstResponse.counted[1].from").value("2026-11-23T01:00:00Z"))
                .andExpect(jsonPath("$.firstResponse.counted[1].to").value(due().toString()))
                .andExpect(jsonPath("$.resolution.limit").value("PT24H"))
                .andExpect(jsonPath("$.resolution.clockType").value("elapsed"))
                .andExpect(jsonPath("$.resolution.countedSeconds").value(86400))
                .andExpect(jsonPath("$.resolution.counted", hasSize(1)));
    }

    @Test
    void aClockIsSaidToBeMissedMetOrLate() throws Exception {
        deadlines.stop(reference, ClockKind.FIRST_RESPONSE);
        clock.advance(Duration.ofHours(25));
        assertStates("met", "missed");

        deadlines.stop(reference, ClockKind.RESOLUTION);
        assertStates("met", "late");
    }

    @ParameterizedTest
    @CsvSource({"C-1999-000001, 404", "hello, 400", "C-2026-1, 400"})
    void aCaseThatIsNotThereIsAProblem(String asked, int expected) throws Exception {
        web.perform(get("/api/cases/{reference}/deadlines", asked).with(agent()).accept(MediaType.APPLICATION_JSON))
                .andExpect(status().is(expected))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void nobodyReadsDeadlinesWithoutSigningIn() throws Exception {
        web.perform(get("/api/cases/{reference}/deadlines", reference).accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void aDepartmentThatHasNothingToDoWithACaseDoesNotSeeItsDeadlines() throws Exception {
        web.perform(get("/api/cases/{reference}/deadlines", reference)
                        .with(user("logistics").authorities(new SimpleGrantedAuthority("GROUP_logistics"))))
                .andExpect(status().isNotFound());
    }

    @Test
    void theCasePageShowsWhatIsLeftAndHowItIsCounted() {
        String page = page(Locale.ENGLISH);

        assertThat(page)
                .contains("First response", "1 h 59 min of opening hours left", "Asia/Shanghai")
                .contains("2 h, counted in the opening hours of the calendar “cn”")
                .contains("24 h, counted around the clock", "(30 min)", "2 h in all")
                .doesNotContain("??");
    }

    @Test
    void theCasePageSpeaksTheReadersChinese() {
        deadlines.stop(reference, ClockKind.FIRST_RESPONSE);

        assertThat(page(Locale.SIMPLIFIED_CHINESE))
                .contains("首次回复", "已按时完成", "全天连续计算")
                .doesNotContain("??");
        assertThat(page(Locale.TRADITIONAL_CHINESE))
                .contains("首次回覆", "已如期完成", "全天連續計算")
                .doesNotContain("??");
    }

    private String page(Locale locale) {
        // a moment later, so that not everything is left
        clock.advance(Duration.ofSeconds(20));
        LocaleContextHolder.setLocale(locale);
        CaseFileSection.Section shown =
                section.forCase(cases.get(reference), "agent").orElseThrow();
        Context context = new Context(locale);
        context.setVariable("section", shown);
        return templates.process("desk/deadlines", Set.of("section"), context);
    }

    private Instant due() {
        return deadlines.of(reference).orElseThrow().firstResponse().dueAt();
    }

    private void assertStates(String firstResponse, String resolution) throws Exception {
        web.perform(get("/api/cases/{reference}/deadlines", reference).with(agent()))
                .andExpect(jsonPath("$.firstResponse.state").value(firstResponse))
                .andExpect(jsonPath("$.resolution.state").value(resolution));
    }

    private static RequestPostProcessor agent() {
        return user("agent").authorities(new SimpleGrantedAuthority("GROUP_agents"));
    }
}
