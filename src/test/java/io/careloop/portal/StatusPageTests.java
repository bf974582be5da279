package io.careloop.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.deadline.Limit;
import io.careloop.deadline.ServiceLevel;
import io.careloop.deadline.ServiceStandard;
import io.careloop.support.CareloopTest;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@CareloopTest
class StatusPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    ServiceStandard standard;

    @Test
    void whatIsPromisedIsWhatTheDeadlinesAreCountedBy() throws Exception {
        String page = mvc.perform(get("/status"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        Stream.of(null, "urgent", "high", "normal", "low").forEach(priority -> {
            ServiceLevel level = standard.ofNewCases(null, priority);
            assertThat(page)
                    .contains(amountOf(level.firstResponse().limit()))
                    .contains(amountOf(level.resolution().limit()));
        });
        assertThat(page).contains("09:00-12:00, 13:00-18:00", "Asia/Shanghai", "closed", "mailto:");
    }

    private static String amountOf(Limit limit) {
        if (limit.amount() instanceof Duration time && time.toMinutesPart() == 0) {
            return time.toHours() == 1 ? "1 hour" : time.toHours() + " hours";
        }
        return limit.amount() instanceof Duration time ? time.toMinutesPart() + " minutes" : "day";
    }
}
