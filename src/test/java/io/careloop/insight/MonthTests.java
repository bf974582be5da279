package io.careloop.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.engine.MovableClock;
import io.careloop.identity.Groups;
import io.careloop.support.CareloopTest;
import io.careloop.support.Members;
import io.careloop.support.ScratchModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.MockMvc;

/** The report of a month speaks of causes and changes as its readers do. */
@CareloopTest
class MonthTests {

    private static final List<Locale> TRANSLATED =
            List.of(Locale.forLanguageTag("zh-CN"), Locale.forLanguageTag("zh-TW"));

    @Autowired
    ApplicationContext application;

    @Autowired
    RepositoryService repository;

    @Autowired
    MessageSource messages;

    @Autowired
    ObjectMapper json;

    @Autowired
    Members members;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc web;

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void causesHaveNames() throws Exception {
        VariedCases.in(application);

        assertThat(month(Locale.ENGLISH)).contains(">Delivery late</th>").doesNotContain(">delivery-late<");
        assertThat(month(Locale.CHINA)).contains(">配送延误</th>");
    }

    /** The list is the form's, which owners change; what it offers when it is shipped has a name in all pages. */
    @Test
    void eachCauseThatTheFormOffersIsCalledTheSameInThePages() throws Exception {
        JsonNode form = json.readTree(Files.readString(Path.of("forms/resolution/resolution-implement-solution.form")));
        List<JsonNode> causes = form.findParents("key").stream()
                .filter(field -> field.path("key").asText().equals("causeText"))
                .flatMap(field -> field.path("values").findParents("value").stream())
                .toList();

        assertThat(causes).hasSizeGreaterThan(5);
        for (JsonNode cause : causes) {
            String code = "desk.cause." + cause.path("value").asText();
            String label = cause.path("label").asText();
            assertThat(messages.getMessage(code, null, Locale.ENGLISH)).isEqualTo(label);
            for (Locale locale : TRANSLATED) {
                JsonNode translations = json.readTree(
                        Files.readString(Path.of("forms/translations/" + locale.toLanguageTag() + ".json")));
                assertThat(messages.getMessage(code, null, locale))
                        .isEqualTo(translations.path(label).asText());
            }
        }
    }

    @Test
    void aNewVersionIsAChangeAndAFirstOneIsNone() throws Exception {
        Deployment first = deploy("One step");
        Deployment second = deploy("Another step");

        assertThat(month(Locale.ENGLISH)
                        .lines()
                        .filter(line -> line.contains(">Month scratch</th>"))
                        .map(line -> line.replaceAll("<[^>]*>", " ").strip()))
                .singleElement()
                .asString()
                .endsWith("2");

        List.of(second, first).forEach(deployed -> repository.deleteDeployment(deployed.getId(), true));
    }

    private Deployment deploy(String step) {
        return ScratchModels.unchecked(() -> repository
                .createDeployment()
                .addString("month-scratch.bpmn", """
                        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="scratch"
                            xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                            <process id="month-scratch" name="Month scratch" isExecutable="true" camunda:historyTimeToLive="P1D">
                                <startEvent id="Start" name="%s"/>
                            </process>
                        </definitions>""".formatted(step))
                .deploy());
    }

    private String month(Locale locale) throws Exception {
        return web.perform(get("/insight/month").locale(locale).with(members.of(Groups.MANAGERS)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
