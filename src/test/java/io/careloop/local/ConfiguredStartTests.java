package io.careloop.local;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.engine.MovableClock;
import io.careloop.engine.TimeShift;
import io.careloop.support.CareloopTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** An application with a database and a mail server of its own has nothing of the local start. */
@CareloopTest
class ConfiguredStartTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    TimeShift timeShift;

    @Autowired
    MovableClock clock;

    @Test
    void startsNeitherADatabaseNorAMailServer() {
        assertThat(context.getBean(JdbcConnectionDetails.class)).isNotInstanceOf(EmbeddedDatabase.class);
        assertThat(context.getBeanProvider(LocalMailServer.class)).isEmpty();
    }

    @Test
    void hasNoPageToReadMailsOrMoveTheClock() throws Exception {
        mvc.perform(get("/local")).andExpect(status().is4xxClientError());
        mvc.perform(post("/local/clock").param("amount", "1").param("unit", "DAYS"))
                .andExpect(status().is4xxClientError());
    }

    @Test
    void timeGoesForwardOnly() {
        Instant before = clock.instant();

        timeShift.forward(Duration.ofDays(2));

        assertThat(clock.instant()).isCloseTo(before.plus(Duration.ofDays(2)), within(1, MINUTES));
        assertThatIllegalArgumentException().isThrownBy(() -> timeShift.forward(Duration.ofHours(-1)));
    }
}
