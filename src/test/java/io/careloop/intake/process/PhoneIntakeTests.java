package io.careloop.intake.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.cases.Contact;
import io.careloop.cases.Contacts;
import io.careloop.cases.Urgency;
import io.careloop.identity.Groups;
import io.careloop.support.CareloopTest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CareloopTest
class PhoneIntakeTests {

    @Autowired
    FormService forms;

    @Autowired
    RepositoryService repository;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Autowired
    CaseFiles cases;

    @Autowired
    Contacts contacts;

    @Autowired
    JdbcClient jdbc;

    private String definition;

    @BeforeEach
    void signIn() {
        definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("phone-intake")
                .latestVersion()
                .singleResult()
                .getId();
        identity.setAuthentication("technician", List.of(Groups.AGENTS));
    }

    @AfterEach
    void signOut() {
        identity.clearAuthentication();
    }

    @Test
    void theCallBecomesACaseOfWhoeverTookIt() {
        ProcessInstance call = submitted(form(Map.of(
                "nameText", "Zhao",
                "subjectText", "Washing machine",
                "urgencyText", "HIGH",
                "triedStepsText", "Switched it off and on",
                "remedySoughtText", "Repair",
                "productText", "W-200",
                "languageText", "zh-CN")));

        assertThat(call).isEnded().hasPassed("Activity_RegisterRequest", "Event_RequestRegistered");
        CaseFile file = caseOf(call);
        assertThat(file.channel()).isEqualTo(Channel.PHONE);
        assertThat(file.owner()).isEqualTo("technician");
        assertThat(file.description()).isEqualTo("It leaks");
        assertThat(file.subject()).isEqualTo("Washing machine");
        assertThat(file.urgency()).isEqualTo(Urgency.HIGH);
        assertThat(file.triedSteps()).isEqualTo("Switched it off and on");
        assertThat(file.remedySought()).isEqualTo("Repair");
        assertThat(file.product()).isEqualTo("W-200");
        assertThat(file.locale()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        Contact contact = contacts.get(file.contactId());
        assertThat(contact.phone()).isEqualTo("+8613700137001");
        assertThat(contact.name()).isEqualTo("Zhao");
    }

    @Test
    void nothingThatTheCallerSaidStaysInTheEngine() {
        String secret = "Secret" + UUID.randomUUID();

        ProcessInstance call =
                submitted(form(Map.of("nameText", secret, "descriptionText", secret, "subjectText", secret)));

        assertThat(caseOf(call).description()).isEqualTo(secret);
        assertThat(engineTablesThatMention(secret)).isEmpty();
        assertThat(engineTablesThatMention(call.getId())).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "contactText, nobody, This is neither an e-mail address nor a phone number that we can use. Please check it.",
        "contactText, , Please give an e-mail address or a phone number.",
        "descriptionText, '  ', Please describe what it is about.",
        "urgencyText, , Please say how urgent the customer calls it.",
        "urgencyText, SOON, This is none of the degrees of urgency.",
        "languageText, xx, This is none of our languages."
    })
    void whatDoesNotFitIsRefusedInWordsAndStartsNothing(String field, String value, String sentence) {
        long before = history.createHistoricProcessInstanceQuery().count();
        Map<String, Object> values = form(Map.of());
        values.put(field, value);

        assertThatThrownBy(() -> forms.submitStartForm(definition, values)).hasMessage(sentence);

        assertThat(history.createHistoricProcessInstanceQuery().count()).isEqualTo(before);
    }

    private static Map<String, Object> form(Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(
                Map.of("contactText", "137 0013 7001", "descriptionText", "It leaks", "urgencyText", "NORMAL"));
        values.putAll(more);
        return values;
    }

    private ProcessInstance submitted(Map<String, Object> values) {
        ProcessInstance call = forms.submitStartForm(definition, values);
        identity.clearAuthentication();
        return call;
    }

    private CaseFile caseOf(ProcessInstance call) {
        return cases.get(CaseReference.of(history.createHistoricProcessInstanceQuery()
                .processInstanceId(call.getId())
                .singleResult()
                .getBusinessKey()));
    }

    private List<String> engineTablesThatMention(String word) {
        return jdbc
                .sql("select table_name from information_schema.tables where table_name like 'act\\_%'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> jdbc.sql("select exists (select 1 from " + table + " t where t::text like ?)")
                        .param("%" + word + "%")
                        .query(Boolean.class)
                        .single())
                .toList();
    }
}
