package io.careloop.deadline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.support.CareloopTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Calendars through the API: who may change them, what is recorded, what is refused. */
@CareloopTest
class CalendarControllerTests {

    private static final String NINE_TO_FIVE = """
            {"validFrom": "2026-01-01", "reason": "Opened", "zone": "Europe/Berlin",
             "week": {"MONDAY": ["09:00-17:00"]}, "holidays": ["2026-12-28"], "workingDays": ["2026-12-26"]}""";

    private static final Map<String, String> GROUPS = Map.of(
            "manager", "managers",
            "admin", "camunda-admin",
            "agent", "agents",
            "auditor", "auditors",
            "owner", "owners",
            "legal", "legal",
            "logistics", "logistics");

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    private final String name = "test-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aManagerCreatesACalendarAndChangesItAndBothStayOnFile() throws Exception {
        change("manager", NINE_TO_FIVE)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.revision").value(1));
        change("admin", NINE_TO_FIVE.replace("09:00", "08:00").replace("Opened", "Earlier"))
                .andExpect(status().isOk());

        web.perform(get("/api/deadlines/calendars/{id}", name).with(member("logistics")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(name))
                .andExpect(jsonPath("$.revision").value(2))
                .andExpect(jsonPath("$.default").value(false))
                .andExpect(jsonPath("$.versions", hasSize(1)))
                .andExpect(jsonPath("$.versions[0].week.MONDAY", contains("08:00-17:00")))
                .andExpect(jsonPath("$.versions[0].workingDays", contains("2026-12-26")))
                .andExpect(jsonPath("$.revisions", hasSize(2)))
                .andExpect(jsonPath("$.revisions[0].reason").value("Earlier"))
                .andExpect(jsonPath("$.revisions[1].reason").value("Opened"))
                .andExpect(jsonPath("$.revisions[1].by").value("manager"));
    }

    @Test
    void aVersionFromALaterDayLeavesTheDaysBeforeAsTheyWere() throws Exception {
        change("manager", NINE_TO_FIVE);
        change("manager", NINE_TO_FIVE.replace("2026-01-01", "2026-07-01").replace("09:00", "10:00"));

        preview("2026-06-29T08:30:00+02:00", "PT1H")
                .andExpect(jsonPath("$.due").value("2026-06-29T08:00:00Z"))
                .andExpect(jsonPath("$.calendarVersion").value(2));
        preview("2026-07-06T08:30:00+02:00", "PT1H").andExpect(jsonPath("$.due").value("2026-07-06T09:00:00Z"));
    }

    @Test
    void aChangeIsCountedByAtOnce() throws Exception {
        change("manager", NINE_TO_FIVE);
        preview("2026-12-21T08:30:00+01:00", "PT1H").andExpect(jsonPath("$.due").value("2026-12-21T09:00:00Z"));

        change("manager", NINE_TO_FIVE.replace("09:00", "10:00"));

        preview("2026-12-21T08:30:00+01:00", "PT1H").andExpect(jsonPath("$.due").value("2026-12-21T10:00:00Z"));
    }

    @Test
    void sayingTheSameTwiceIsOneRevision() throws Exception {
        change("manager", NINE_TO_FIVE);
        change("manager", NINE_TO_FIVE)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.revision").value(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "auditor", "owner", "legal"})
    void nobodyElseChangesACalendar(String user) throws Exception {
        change(user, NINE_TO_FIVE).andExpect(status().isForbidden());
        web.perform(get("/api/deadlines/calendars/{id}", name).with(member(user)))
                .andExpect(status().isNotFound());
    }

    @Test
    void whoHasNotSignedInSeesAndChangesNothing() throws Exception {
        web.perform(put("/api/deadlines/calendars/{id}", name)
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(NINE_TO_FIVE))
                .andExpect(status().isUnauthorized());
        web.perform(get("/api/deadlines/calendars")).andExpect(status().isUnauthorized());
        web.perform(get("/api/deadlines/holidays?country=GB&year=2027")).andExpect(status().isUnauthorized());
    }

    @Test
    void whatCannotBeTakenIsNamedInTheReadersWords() throws Exception {
        change("manager", NINE_TO_FIVE.replace("17:00", "24:30"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors[0].field").value("week.MONDAY"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("24:30")));
        change("manager", NINE_TO_FIVE.replace("\"reason\"", "\"resaon\""))
                .andExpect(jsonPath("$.errors[*].field", hasItem("resaon")))
                .andExpect(jsonPath("$.errors[*].field", hasItem("reason")));
        change("manager", "{\"validFrom\":").andExpect(status().isBadRequest());
        change("manager", "null").andExpect(status().isBadRequest());
        web.perform(put("/api/deadlines/calendars/{id}", "Has Blanks")
                        .with(member("manager"))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(NINE_TO_FIVE))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("id"));
    }

    @Test
    void theCalendarsAreListedWithTheDefaultOneFirst() throws Exception {
        change("manager", NINE_TO_FIVE);

        web.perform(get("/api/deadlines/calendars").with(member("agent")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].id").value("cn"))
                .andExpect(jsonPath("$[0].default").value(true))
                .andExpect(jsonPath("$[0].revisions[0].by").value("system"))
                .andExpect(jsonPath("$[*].id", hasItem(name)));
    }

    @Test
    void aRevisionOnFileIsNeverChangedOrRemoved() throws Exception {
        change("manager", NINE_TO_FIVE);

        assertThat(failing("update deadline_calendar set reason = 'other'")).contains("never changed");
        assertThat(failing("delete from deadline_calendar")).contains("never changed");
    }

    @Test
    void publicHolidaysOfOtherCountriesAreKnown() throws Exception {
        web.perform(get("/api/deadlines/holidays?country=gb&year=2027").with(member("manager")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.country").value("GB"))
                .andExpect(jsonPath("$.holidays[*].date", hasItem("2027-12-27")))
                .andExpect(jsonPath("$.holidays[*].date", hasItem("2027-01-01")));
        web.perform(get("/api/deadlines/holidays?country=CN&year=2027").with(member("manager")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("country"));
        web.perform(get("/api/deadlines/holidays?country=GB&year=20270").with(member("manager")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("year"));
    }

    private String failing(String sql) {
        try {
            jdbc.sql(sql).update();
            return "";
        } catch (DataAccessException e) {
            return e.getMessage();
        }
    }

    private ResultActions preview(String from, String limit) throws Exception {
        return web.perform(get("/api/deadlines/preview")
                        .param("calendar", name)
                        .param("clock", "business")
                        .param("from", from)
                        .param("limit", limit)
                        .with(member("agent")))
                .andExpect(status().isOk());
    }

    private ResultActions change(String user, String body) throws Exception {
        return web.perform(put("/api/deadlines/calendars/{id}", name)
                .with(member(user))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static RequestPostProcessor member(String user) {
        return user(user).authorities(new SimpleGrantedAuthority("GROUP_" + GROUPS.get(user)));
    }
}
