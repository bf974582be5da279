package io.careloop.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import io.careloop.cases.CaseReference;
import io.careloop.engine.MovableClock;
import io.careloop.identity.Groups;
import io.careloop.insight.figures.Days;
import io.careloop.support.CareloopTest;
import io.careloop.support.Members;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address of the console, also one that is added tomorrow, is for managers and auditors, and these see what they may. */
@CareloopTest
class InsightAccessTests {

    /** What an address is asked with; {@code FROM} and {@code TO} are days around all cases, which have {@code CATEGORY}. */
    private static final Map<String, List<String>> ASKED = Map.of(
            "/insight/behind",
            List.of(
                    "kpi=resolution&from=FROM&to=TO",
                    "kpi=promises&which=outside&from=FROM&to=TO",
                    "definition=service-request&node=Activity_AnalyseRequest&which=waited&from=FROM&to=TO",
                    "department=technology&from=FROM&to=TO",
                    "hour=9&from=FROM&to=TO",
                    "group=agents&hour=9&from=FROM&to=TO",
                    "group=agents&which=unassigned",
                    "least=1&most=3",
                    "least=30",
                    "now=open&category=CATEGORY"),
            "/insight/process",
            List.of("measure=MEDIAN_WAIT&from=FROM&to=TO", "version=1&other=1&from=FROM&to=TO"),
            "/insight/journey/cases",
            List.of("touchpoint=contact&from=FROM&to=TO", "touchpoint=word&word=convenient&from=FROM&to=TO"),
            "/insight/month",
            List.of("month=2020-02"),
            "/api/insight/process",
            List.of("definition=service-request&from=FROM&to=TO"),
            "/api/insight/events.csv",
            List.of("from=TO&to=TO"));

    /** Their own searches are all that auditors change. */
    private static final List<String> OF_AUDITORS = List.of("POST /insight/views", "POST /insight/views/1/delete");

    @Autowired
    ApplicationContext application;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Members members;

    @Autowired
    Days days;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private VariedCases varied;

    /** @param path without what is asked */
    private record Address(HttpMethod method, String path, String asked) {

        String whole() {
            return asked.isEmpty() ? path : path + '?' + asked;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeEach
    void cases() {
        varied = VariedCases.in(application);
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void whoIsNoManagerAndNoAuditorComesNowhere() throws Exception {
        List<Address> all = addresses(varied.some());

        assertThat(all).hasSizeGreaterThan(20);
        for (Address address : all) {
            assertThat(status(address, null)).as("a customer at %s", address).isIn(302, 401);
            for (String group : List.of(Groups.AGENTS, Groups.TECHNOLOGY, Groups.OWNERS, Groups.ADMINISTRATORS)) {
                assertThat(status(address, members.of(group)))
                        .as("%s at %s", group, address)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void managersAndAuditorsReadInTheirLanguageAndAuditorsMeetNoPersonAndNoRestrictedCase() throws Exception {
        String hidden = varied.restricted().value();
        List<String> shownToManagers = new ArrayList<>();
        for (Address address : addresses(varied.some())) {
            if (address.method().equals(HttpMethod.GET)) {
                String forManagers = page(address, members.of(Groups.MANAGERS), Locale.TAIWAN);
                String forAuditors = page(address, members.of(Groups.AUDITORS), Locale.CHINA);
                if (forManagers.contains(hidden)) {
                    shownToManagers.add(address.path());
                }
                assertThat(forAuditors)
                        .as(address.whole())
                        .doesNotContain(varied.email, "Lin Customer", "very quick", "The parcel is lost", hidden);
            }
        }
        assertThat(shownToManagers).contains("/insight", "/insight/behind", "/insight/cases.csv");
        for (Address address : addresses(varied.restricted())) {
            if (address.path().contains(hidden)) {
                assertThat(status(address, members.of(Groups.AUDITORS)))
                        .as(address.toString())
                        .isEqualTo(404);
                assertThat(status(address, members.of(Groups.MANAGERS)))
                        .as(address.toString())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void auditorsChangeNothingButTheirOwnSearches() throws Exception {
        for (Address address : addresses(varied.some())) {
            if (!address.method().equals(HttpMethod.GET)) {
                assertThat(status(address, members.of(Groups.AUDITORS)) != 403)
                        .as(address.toString())
                        .isEqualTo(OF_AUDITORS.contains(address.toString()));
            }
        }
    }

    private String page(Address address, RequestPostProcessor reader, Locale locale) throws Exception {
        MockHttpServletResponse answer = answer(address, reader, locale);
        assertThat(answer.getStatus()).as(address.whole()).isEqualTo(200);
        String page = answer.getContentAsString();
        assertThat(page).as(address.whole()).doesNotContain("??");
        return page;
    }

    private int status(Address address, RequestPostProcessor reader) throws Exception {
        return answer(address, reader, Locale.ENGLISH).getStatus();
    }

    private MockHttpServletResponse answer(Address address, RequestPostProcessor reader, Locale locale)
            throws Exception {
        MockHttpServletRequestBuilder asked =
                request(address.method(), URI.create(address.whole())).locale(locale);
        if (!address.method().equals(HttpMethod.GET)) {
            asked.with(csrf()).param("query", "").param("name", "");
        }
        if (reader != null) {
            asked.with(reader);
        }
        return web.perform(asked).andReturn().getResponse();
    }

    /** All that is mapped, with the reference and a process of the case in place of variables. */
    private List<Address> addresses(CaseReference reference) {
        String instance = jdbc.sql("select id from insight_instance where reference = ? order by started_at limit 1")
                .param(reference.value())
                .query(String.class)
                .single();
        List<Address> found = new ArrayList<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.matches("(/api)?/insight(/.*)?"))
                        .flatMap(InsightAccessTests::formats)
                        .map(pattern -> pattern.replace("{reference}", reference.value())
                                .replace("{instance}", instance)
                                .replace("{definition}", "service-request")
                                .replaceAll("\\{(version|id)\\}", "1"))
                        .forEach(path -> methods(mapping)
                                .forEach(method ->
                                        asked(path).forEach(asked -> found.add(new Address(method, path, asked))))));
        assertThat(found).extracting(Address::path).noneMatch(path -> path.contains("{"));
        return found;
    }

    private static Stream<String> formats(String pattern) {
        return pattern.contains("{format")
                ? Stream.of("xes", "csv", "json").map(format -> pattern.replaceAll("\\{format.*\\}", format))
                : Stream.of(pattern);
    }

    private static Stream<HttpMethod> methods(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream().map(method -> HttpMethod.valueOf(method.name()));
    }

    private Stream<String> asked(String path) {
        List<String> asked = path.startsWith("/api/insight/events.")
                ? ASKED.get("/api/insight/events.csv")
                : ASKED.getOrDefault(path, List.of(""));
        return asked.stream()
                .map(each -> each.replace("FROM", days.today().minusDays(60).toString())
                        .replace("TO", days.today().toString())
                        .replace("CATEGORY", varied.category));
    }
}
