package io.careloop.deadline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.deadline.CalendarBook;
import io.careloop.deadline.CalendarRevision;
import io.careloop.deadline.CalendarWriting;
import io.careloop.engine.MovableClock;
import io.careloop.support.CareloopTest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A manager looks at calendars, tries limits, and changes them on pages. */
@CareloopTest
class CalendarPageTests {

    @Autowired
    MockMvc web;

    @Autowired
    CalendarBook calendars;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final String name = "page-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void autumnOf2026() {
        clock.moveTo(Instant.parse("2026-11-23T01:00:00Z"));
    }

    @Test
    void theListWarnsOfAYearWhoseHolidaysAreNotOnFile() throws Exception {
        open("/desk/calendars").andExpect(content().string(containsString("No holidays are on file for 2027 yet")));
    }

    @Test
    void aCalendarShowsItsDaysAndWhoChangedItWhy() throws Exception {
        open("/desk/calendars/cn")
                .andExpect(content().string(containsString("09:00-12:00, 13:00-18:00")))
                .andExpect(content().string(containsString("Feb 15, 2026 – Feb 23, 2026")))
                .andExpect(content().string(containsString("Feb 14, 2026 (Saturday)")))
                .andExpect(content().string(containsString("State Council")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 期限何时到期, 2026年2月15日", "zh-TW, 期限何時到期, 2026年2月15日"})
    void thePageSpeaksTheReadersChinese(String language, String title, String day) throws Exception {
        open("/desk/calendars/cn?lang=" + language)
                .andExpect(content().string(containsString(title)))
                .andExpect(content().string(containsString(day)))
                .andExpect(content().string(not(containsString("??"))));
        open("/desk/calendars/cn/edit?lang=" + language).andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void theCalculatorTellsWhenALimitEnds() throws Exception {
        open("/desk/calendars/cn?from=2026-02-13T17:30&amount=2&unit=hours&clock=business")
                .andExpect(content().string(containsString("Ends Saturday, February 14, 2026")))
                .andExpect(content().string(containsString("10:30")));
        open("/desk/calendars/cn?from=2026-02-13T17:30&amount=2&unit=hours&clock=business"
                        + "&pauseFrom=2026-02-14T09:00&pauseTo=2026-02-14T10:00")
                .andExpect(content().string(containsString("11:30")));
        open("/desk/calendars/cn?from=soon&amount=many&unit=hours&clock=business")
                .andExpect(content().string(containsString("“soon” is not a time")));
    }

    @Test
    void aCalendarIsMadeAndChangedByItsForm() throws Exception {
        Map<String, String> fields = london();
        save(fields).andExpect(redirectedUrl("/desk/calendars/" + name));
        open("/desk/calendars/" + name + "/edit").andExpect(content().string(containsString("value=\"2026-12-01\"")));

        fields.put("seen", "1");
        fields.put("week.FRIDAY", "");
        fields.put("reason", "Fridays off");
        save(fields).andExpect(redirectedUrl("/desk/calendars/" + name));

        CalendarRevision newest = calendars.find(name).orElseThrow().newest();
        assertThat(newest.number()).isEqualTo(2);
        assertThat(newest.changedBy()).isEqualTo("manager");
        assertThat(newest.draft().reason()).isEqualTo("Fridays off");
        assertThat(CalendarWriting.week(newest.version())).containsOnlyKeys("MONDAY");
        assertThat(CalendarWriting.holidays(newest.version())).containsExactly("2026-12-25", "2026-12-28");
        assertThat(CalendarWriting.workingDays(newest.version()))
                .hasToString("[2026-12-05, WorkingDay[date=2026-12-12, hours=[09:00-12:00, 13:00-15:00]]]");
    }

    @Test
    void thePageTellsHowFarAChangeHasReachedTheClocks() throws Exception {
        save(london());
        jdbc.sql("""
                        insert into deadline_recount
                            (calendar, revision, total, seen, earlier, later, kept, started_at, finished_at)
                        values (?, 1, 10, 4, 3, 0, 1, now(), null)""").param(name).update();

        open("/desk/calendars/" + name)
                .andExpect(content().string(containsString("4 of 10")))
                .andExpect(content().string(containsString("every 2s")))
                .andExpect(content().string(containsString("3 are due earlier, 0 later, and 1 would be later")));
        jdbc.sql("update deadline_recount set seen = 10, finished_at = now() where calendar = ?")
                .param(name)
                .update();
        open("/desk/calendars/" + name + "/recount")
                .andExpect(content().string(containsString("10 running deadlines were counted by revision 1")))
                .andExpect(content().string(not(containsString("every 2s"))))
                .andExpect(content().string(not(containsString("<html"))));
        web.perform(get("/api/deadlines/calendars/" + name).with(member("manager", "managers")))
                .andExpect(jsonPath("$.recount.done").value(10))
                .andExpect(jsonPath("$.recount.kept").value(1));
    }

    @Test
    void whatCannotBeTakenIsToldBesideWhatWasTyped() throws Exception {
        Map<String, String> fields = london();
        fields.put("week.MONDAY", "09:00-24:30");
        fields.put("workingDays", "someday");
        fields.put("name", "<script>");

        save(fields)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("“09:00-24:30” are no opening hours")))
                .andExpect(content().string(containsString("“someday” is not a date")))
                .andExpect(content().string(containsString("&lt;script&gt;")))
                .andExpect(content().string(not(containsString("<script>"))));
        assertThat(calendars.find(name)).isEmpty();
    }

    @Test
    void whoWasOvertakenByAnotherIsToldAndLosesNothing() throws Exception {
        Map<String, String> fields = london();
        save(fields);

        fields.put("reason", "A second of the same name");
        save(fields).andExpect(status().isConflict()).andExpect(content().string(containsString("second of the same")));
        fields.put("seen", "7");
        save(fields).andExpect(status().isConflict());
        assertThat(calendars.find(name).orElseThrow().revisions()).hasSize(1);
    }

    @Test
    void publicHolidaysAreFilledInWithoutLosingWhatWasTyped() throws Exception {
        Map<String, String> fields = london();
        fields.put("fill", "true");
        fields.put("country", "GB");
        fields.put("year", "2027");

        save(fields)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("2026-12-28")))
                .andExpect(content().string(containsString("2027-12-27")))
                .andExpect(content().string(containsString("London opens")));
        assertThat(calendars.find(name)).isEmpty();

        fields.put("year", "20");
        save(fields).andExpect(status().isUnprocessableEntity());
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent agents", "auditor auditors", "owner owners"})
    void nobodyElseOpensThePages(String who) throws Exception {
        String[] parts = who.split(" ");
        for (String path : new String[] {"/desk/calendars", "/desk/calendars/cn", "/desk/calendars/cn/edit"}) {
            web.perform(get(path).with(member(parts[0], parts[1]))).andExpect(status().isForbidden());
        }
        MockHttpServletRequestBuilder save =
                post("/desk/calendars").with(member(parts[0], parts[1])).with(csrf());
        london().forEach(save::param);
        web.perform(save).andExpect(status().isForbidden());
        assertThat(calendars.find(name)).isEmpty();
    }

    private Map<String, String> london() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("seen", "0");
        fields.put("validFrom", "2026-12-01");
        fields.put("zone", "Europe/London");
        fields.put("week.MONDAY", "09:00-12:00, 13:00-17:00");
        fields.put("week.FRIDAY", "09:00-12:00");
        fields.put("holidays", "2026-12-25, 2026-12-28");
        fields.put("workingDays", "2026-12-05\n2026-12-12 09:00-12:00, 13:00-15:00\n");
        fields.put("reason", "London opens");
        return fields;
    }

    private ResultActions open(String path) throws Exception {
        return web.perform(get(path).with(member("manager", "managers"))).andExpect(status().isOk());
    }

    private ResultActions save(Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request =
                post("/desk/calendars").with(member("manager", "managers")).with(csrf());
        fields.forEach(request::param);
        return web.perform(request);
    }

    private static RequestPostProcessor member(String user, String group) {
        return user(user).authorities(new SimpleGrantedAuthority("GROUP_" + group));
    }
}
