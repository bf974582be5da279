package io.careloop.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.engine.HistoryFact.IncidentClosed;
import io.careloop.support.CareloopTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CareloopTest
class FactLogTests {

    @Autowired
    private FactLog log;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aTransactionInWhichNothingElseWaitsToBeWrittenIsLogged() {
        IncidentClosed fact = new IncidentClosed("no-instance", Instant.parse("2029-09-10T03:00:00Z"), "no-incident");

        transaction.executeWithoutResult(status -> log.heard("facts-alone", fact));

        assertThat(jdbc.sql("select count(*) from insight_fact where subject = 'facts-alone'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
