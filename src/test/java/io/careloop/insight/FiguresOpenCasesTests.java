package io.careloop.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.careloop.engine.MovableClock;
import io.careloop.insight.figures.Days;
import io.careloop.support.CareloopTest;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;

/** Each figure is a link, and behind it are as many cases, visits, tasks or questions as it says. */
@CareloopTest
class FiguresOpenCasesTests {

    private static final Pattern LINK = Pattern.compile(
            "<a[^>]* href=\"(/insight/(?:behind|journey/cases)\\?[^\"]*|/insight\\?[^\"]*)\"[^>]*>([^<]*)</a>");
    private static final Pattern FIGURE = Pattern.compile("(?:n = )?([\\d,]+)(?: of [\\d,]+| \\(.*%\\))?");
    private static final Pattern TOTAL = Pattern.compile("(?:Cases|Counted): ([\\d,]+)|<strong>([\\d,]+) cases?<");
    private static final Pattern TIMES = Pattern.compile("data-times=\"(\\d+)\"");

    private static final int OF_EACH_KIND = 3;

    @Autowired
    ApplicationContext application;

    @Autowired
    Days days;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc web;

    private String narrowed;

    @BeforeEach
    void cases() {
        narrowed = "category=" + VariedCases.in(application).category + "&from="
                + days.today().minusDays(60) + "&to=" + days.today();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void onThePageOfFigures() throws Exception {
        assertThat(followed("/insight/figures?" + narrowed))
                .hasSizeGreaterThan(20)
                .anyMatch(kind -> kind.contains(" department "))
                .anyMatch(kind -> kind.matches(".* group .*which=late"))
                .anyMatch(kind -> kind.endsWith(" group hour"));
    }

    @Test
    void onTheDiagram() throws Exception {
        assertThat(followed("/insight/process?" + narrowed)).hasSizeGreaterThan(4);
    }

    @Test
    void onTheCustomersJourney() throws Exception {
        assertThat(followed("/insight/journey?" + narrowed)).hasSizeGreaterThan(5);
    }

    @Test
    void inTheReportOfAMonth() throws Exception {
        assertThat(followed("/insight/month")).hasSizeGreaterThan(20);
    }

    /** @return kinds of figures, of each of which some links were followed */
    private Set<String> followed(String path) throws Exception {
        Map<String, Integer> kinds = new HashMap<>();
        Matcher link = LINK.matcher(page(path));
        while (link.find()) {
            String address = link.group(1).replace("&amp;", "&");
            Matcher figure = FIGURE.matcher(link.group(2).strip());
            if (figure.matches() && kinds.merge(kindOf(address), 1, Integer::sum) <= OF_EACH_KIND) {
                assertSays(address, Long.parseLong(figure.group(1).replace(",", "")), path);
            }
        }
        return kinds.keySet();
    }

    private static String kindOf(String address) {
        return Stream.of(address.split("[?&]"))
                .map(part -> part.matches("(kpi|which|now|signal|dated)=.+") ? part : part.replaceAll("=.*", ""))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private void assertSays(String address, long figure, String path) throws Exception {
        String page = page(address);
        long listed = TIMES.matcher(page).results().count();
        long times = TIMES.matcher(page)
                .results()
                .mapToLong(row -> Long.parseLong(row.group(1)))
                .sum();
        Matcher total = TOTAL.matcher(page);
        if (total.find()) {
            String said = total.group(1) == null ? total.group(2) : total.group(1);
            assertThat(Long.parseLong(said.replace(",", "")))
                    .as("total at %s, from %s", address, path)
                    .isEqualTo(figure);
        }
        if (address.startsWith("/insight/") && !page.contains(">Next</a>")) {
            assertThat(figure).as("rows at %s, from %s", address, path).isIn(times, listed);
        }
    }

    private String page(String path) throws Exception {
        return web.perform(get(URI.create(path))
                        .with(user("manager").authorities(new SimpleGrantedAuthority("GROUP_managers"))))
                .andExpect(result ->
                        assertThat(result.getResponse().getStatus()).as(path).isEqualTo(200))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
