package io.careloop.deadline.web;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.support.CareloopTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** When limits end in mainland China, around the Spring Festival and the National Day of 2026. */
@CareloopTest
class PreviewControllerTests {

    private static final String FRIDAY = "&from=2026-02-13T17:30:00%2B08:00";

    @Autowired
    MockMvc web;

    @ParameterizedTest
    @CsvSource({
        // Saturday the 14th is worked in place of the Spring Festival, which lasts until Monday the 23rd
        "business, 2026-02-13T17:30:00%2B08:00, PT2H, 2026-02-14T02:30:00Z",
        "business, 2026-02-13T17:30:00%2B08:00, PT9H, 2026-02-24T01:30:00Z",
        "business, 2026-02-13T17:30:00%2B08:00, P1D, 2026-02-14T09:30:00Z",
        "business, 2026-02-13T17:30:00%2B08:00, P2D, 2026-02-24T09:30:00Z",
        "business, 2026-02-13T18:30:00%2B08:00, P1D, 2026-02-24T01:00:00Z",
        "elapsed, 2026-02-13T17:30:00%2B08:00, PT24H, 2026-02-14T09:30:00Z",
        "elapsed, 2026-02-13T17:30:00%2B08:00, P2D, 2026-02-15T09:30:00Z",
        // Saturday the 10th of October is worked after a week of holidays
        "business, 2026-09-30T17:00:00%2B08:00, PT8H, 2026-10-08T09:00:00Z",
        "business, 2026-10-09T12:30:00%2B08:00, P1D, 2026-10-10T05:00:00Z",
    })
    void aLimitEndsWhenTheOfficesOfMainlandChinaHaveCountedIt(String clock, String from, String limit, String due)
            throws Exception {
        ask("calendar=cn&clock=" + clock + "&from=" + from + "&limit=" + limit)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.due").value(due));
    }

    @Test
    void whatIsCountedIsShownStretchByStretch() throws Exception {
        ask("calendar=cn&clock=business&limit=PT2H" + FRIDAY)
                .andExpect(jsonPath("$.countedSeconds").value(7200))
                .andExpect(jsonPath("$.counted", hasSize(2)))
                .andExpect(jsonPath("$.counted[0].from").value("2026-02-13T09:30:00Z"))
                .andExpect(jsonPath("$.counted[0].to").value("2026-02-13T10:00:00Z"))
                .andExpect(jsonPath("$.counted[1].from").value("2026-02-14T01:00:00Z"))
                .andExpect(jsonPath("$.counted[1].to").value("2026-02-14T02:30:00Z"))
                .andExpect(jsonPath("$.calendarVersion").isNumber());
    }

    @Test
    void pausesAreLeftOut() throws Exception {
        ask("calendar=cn&clock=business&limit=PT2H" + FRIDAY
                        + "&pause=2026-02-13T17:40:00%2B08:00/2026-02-13T19:00:00%2B08:00"
                        + "&pause=2026-02-14T09:00:00+08:00/2026-02-14T10:00:00+08:00")
                .andExpect(jsonPath("$.due").value("2026-02-14T03:50:00Z"))
                .andExpect(jsonPath("$.countedSeconds").value(7200));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-13T17:30:00+08:00",
        "2026-02-13T17:30:00%2B08:00",
        "2026-02-13T17:30:00%2b08:00",
        "2026-02-13T17:30:00%2008:00",
        "2026-02-13T09:30:00Z",
        "2026-02-13T04:30:00-05:00",
        "2026-02-13T17:30+08:00"
    })
    void aPlusSignMayArriveAsABlank(String from) throws Exception {
        ask("clock=business&limit=PT2H&from=" + from)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.due").value("2026-02-14T02:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "calendar=mars&clock=business&limit=PT2H, calendar",
        "clock=lunar&limit=PT2H, clock",
        "limit=PT2H, clock",
        "clock=business, limit",
        "clock=business&limit=2h, limit",
        "clock=business&limit=-PT2H, limit",
        "clock=business&limit=PT0S, limit",
        "clock=business&limit=PT876000H, limit",
        "clock=elapsed&limit=P36500D, limit",
        "clock=business&limit=P9999D, limit",
        "clock=elapsed&limit=PT999999999999999H, limit",
        "clock=business&limit=PT2H&pause=2026-02-13T17:40:00Z, pause",
        "clock=business&limit=PT2H&pause=2026-02-13T17:40:00Z/soon, pause",
        "clock=business&limit=PT2H&pause=2026-02-13T17:40:00Z/2026-02-13T17:30:00Z, pause",
        "clock=business&limit=PT2H&pause=2026-02-13T17:40:00Z/2099-02-13T17:30:00Z, pause",
    })
    void whatCannotBeTakenIsNamed(String query, String field) throws Exception {
        ask(query + FRIDAY)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors[*].field", contains(field)));
    }

    @Test
    void aTimeWithoutItsZoneIsNotGuessed() throws Exception {
        ask("clock=business&limit=PT2H&from=2026-02-13T17:30:00")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("from"))
                .andExpect(jsonPath("$.errors[0].message").value(startsWith("“2026-02-13T17:30:00”")));
    }

    @Test
    void onlyStaffAsk() throws Exception {
        web.perform(get(URI.create("/api/deadlines/preview?clock=business&limit=PT2H" + FRIDAY)))
                .andExpect(status().isUnauthorized());
    }

    private ResultActions ask(String query) throws Exception {
        return web.perform(get(URI.create("/api/deadlines/preview?" + query))
                .with(user("agent").authorities(new SimpleGrantedAuthority("GROUP_agents"))));
    }
}
