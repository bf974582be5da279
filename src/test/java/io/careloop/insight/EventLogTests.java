package io.careloop.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.deadline.DeadlineProofs;
import io.careloop.engine.MovableClock;
import io.careloop.identity.Groups;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What happened in many cases leaves the house as a file, for those who mine processes. */
@CareloopTest
class EventLogTests {

    private static final String ALL = "?from=2020-01-01&to=2099-01-01";

    @Autowired
    private CaseWalk walk;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private DeadlineProofs proofs;

    @Autowired
    private Projection projection;

    @Autowired
    private MockMvc web;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private MovableClock clock;

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void aTraceOfXesHasTheEventsOfItsCaseWithTheirNames() throws Exception {
        CaseReference reference = walk.closed("xes@example.org", "My parcel is lost");
        projection.catchUp();

        Document log = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(file("events.xes", "manager"))));
        Element root = log.getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("log");
        assertThat(root.getAttribute("xes.version")).isEqualTo("1849.2016");
        Element trace = elements(root, "trace").stream()
                .filter(each -> value(each, "concept:name").equals(reference.value()))
                .findFirst()
                .orElseThrow();
        assertThat(value(trace, "deadlineChainHead"))
                .isNotEmpty()
                .isEqualTo(proofs.of(reference).chain().head());
        assertThat(elements(trace, "event"))
                .extracting(event -> value(event, "concept:name") + " " + value(event, "lifecycle:transition"))
                .contains("Analyse request schedule", "Analyse request complete", "Call customer complete");
        assertThat(elements(trace, "event"))
                .allSatisfy(event -> assertThat(value(event, "time:timestamp")).matches("\\d{4}-\\d\\d-\\d\\dT.+Z"));
    }

    /** A question to the customer ends after all that happens in it; tools read a trace from its top to its end. */
    @Test
    void eventsOfATraceStandInTheOrderOfTime() throws Exception {
        walk.closed("order@example.org", "My parcel is lost");
        projection.catchUp();

        Document log = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(file("events.xes", "manager"))));
        assertThat(elements(log.getDocumentElement(), "trace"))
                .isNotEmpty()
                .allSatisfy(trace -> assertThat(elements(trace, "event"))
                        .extracting(event -> Instant.parse(value(event, "time:timestamp")))
                        .isSorted());
    }

    /** The schema that is published names no namespace, and takes that of whatever includes it. */
    @Test
    void theFileIsValidByThePublishedSchema() throws Exception {
        walk.closed("schema@example.org", "My parcel is lost");
        projection.catchUp();
        String schema = """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.xes-standard.org/"
                    targetNamespace="http://www.xes-standard.org/" elementFormDefault="qualified">
                    <xs:include schemaLocation="%s"/>
                </xs:schema>""".formatted(getClass().getResource("/xes.xsd"));

        SchemaFactory.newDefaultInstance()
                .newSchema(new StreamSource(new StringReader(schema)))
                .newValidator()
                .validate(new StreamSource(new StringReader(file("events.xes", "manager"))));
    }

    @Test
    void spreadsheetsAndProgramsGetTheSameVisits() throws Exception {
        CaseReference reference = walk.closed("events@example.org", "My parcel is lost");
        projection.catchUp();

        JsonNode visits = json.readTree(file("events.json", "auditor"));
        long inJson = StreamSupport.stream(visits.spliterator(), false)
                .filter(visit -> visit.path("reference").asText().equals(reference.value()))
                .count();
        long inCsv = file("events.csv", "auditor")
                .lines()
                .filter(line -> line.startsWith('"' + reference.value() + '"'))
                .count();
        assertThat(inJson).isPositive().isEqualTo(inCsv);
        String head = proofs.of(reference).chain().head();
        assertThat(file("events.csv", "auditor")).contains(head);
        assertThat(visits.findValuesAsText("deadlineChainHead")).contains(head);
    }

    @Test
    void restrictedCasesAreNotInTheFilesOfAuditors() throws Exception {
        CaseReference reference = walk.analysed("hidden@example.org", "My parcel is lost");
        cases.restrict(reference, Groups.COMPLAINTS, "press", "system");
        projection.catchUp();

        assertThat(file("events.csv", "manager")).contains(reference.value());
        assertThat(file("events.csv", "auditor")).doesNotContain(reference.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "owner", "admin"})
    void nobodyElseGetsThem(String user) throws Exception {
        for (String name : List.of("events.xes", "events.csv", "events.json")) {
            web.perform(get("/api/insight/" + name + ALL).with(httpBasic(user, user)))
                    .andExpect(status().isForbidden());
        }
        web.perform(get("/api/insight/events.xes" + ALL)).andExpect(status().isUnauthorized());
    }

    @Test
    void onlyManagersHaveTheTablesMadeAnew() throws Exception {
        web.perform(delete("/api/insight/projection").with(httpBasic("auditor", "auditor")))
                .andExpect(status().isForbidden());
        web.perform(delete("/api/insight/projection").with(httpBasic("manager", "manager")))
                .andExpect(status().isAccepted());
        projection.catchUp();
    }

    private String file(String name, String user) throws Exception {
        return web.perform(get("/api/insight/" + name + ALL).with(httpBasic(user, user)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static List<Element> elements(Element parent, String tag) {
        var found = parent.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    private static String value(Element parent, String key) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(child -> child.getAttribute("key").equals(key))
                .map(child -> child.getAttribute("value"))
                .findFirst()
                .orElse("");
    }
}
