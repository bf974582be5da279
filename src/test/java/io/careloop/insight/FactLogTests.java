package io.careloop.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.engine.HistoryFact.IncidentClosed;
import io.careloop.support.CareloopTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
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

    @Autowired
    private FormService forms;

    @Autowired
    private IdentityService identity;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Projection projection;

    /** Whoever takes a request down by phone works in a process that becomes one of the case only when that is registered. */
    @Test
    void whatAProcessDidBeforeItKnewItsCaseIsToldOfTheCase() {
        identity.setAuthentication("agent", List.of("agents"));
        String call = forms.submitStartForm(
                        repository
                                .createProcessDefinitionQuery()
                                .processDefinitionKey("phone-intake")
                                .latestVersion()
                                .singleResult()
                                .getId(),
                        Map.of(
                                "contactText", "caller.facts@example.org",
                                "descriptionText", "My parcel is lost",
                                "urgencyText", "NORMAL"))
                .getId();
        identity.clearAuthentication();
        projection.catchUp();

        String history = """
                select p.business_key_ || ' ' || string_agg(a.act_id_, ' ' order by a.sequence_counter_)
                from act_hi_procinst p join act_hi_actinst a on a.proc_inst_id_ = p.id_ where p.id_ = ? group by p.id_""";
        String told = """
                select reference || ' ' || string_agg(node, ' ' order by number)
                from insight_visit where instance = ? and left_at is not null group by reference""";
        assertThat(jdbc.sql(told).param(call).query(String.class).list())
                .isEqualTo(jdbc.sql(history).param(call).query(String.class).list());
        assertThat(jdbc.sql(
                                "select i.reference from insight_instance i join insight_case c using (reference) where i.id = ?")
                        .param(call)
                        .query(String.class)
                        .list())
                .hasSize(1);
    }

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
