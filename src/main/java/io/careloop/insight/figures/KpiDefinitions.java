package io.careloop.insight.figures;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.cases.TimelineEntry.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** How the service is measured, as {@code processes/insight/kpis.json} says it. */
@Component
public class KpiDefinitions {

    private final KpiFile file;

    KpiDefinitions(ObjectMapper json) {
        try (InputStream kpis = new ClassPathResource("processes/insight/kpis.json").getInputStream()) {
            file = json.readValue(kpis, KpiFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file.entries().values().forEach(kinds -> kinds.forEach(Kind::valueOf));
    }

    /** The KPIs that the service looks at, in the order of the file. */
    public List<KpiDefinition> all() {
        return file.kpis();
    }

    public Optional<KpiDefinition> find(String id) {
        return all().stream().filter(kpi -> kpi.id().equals(id)).findFirst();
    }

    /**
     * Which entries of the timeline a column of {@code insight_case} is made of.
     *
     * @return names of {@link Kind}; empty for a column that the file does not name
     */
    public List<String> entries(String column) {
        return file.entries().getOrDefault(column, List.of());
    }

    /** The same of all columns that a KPI is computed from. */
    public Map<String, List<String>> entriesOf(KpiDefinition kpi) {
        String expressions = String.join(" ", kpi.expressions());
        Map<String, List<String>> used = new LinkedHashMap<>();
        file.entries().forEach((column, kinds) -> {
            if (Pattern.compile("\\b" + column + "\\b").matcher(expressions).find()) {
                used.put(column, kinds);
            }
        });
        return used;
    }

    /** @return the clock that columns beginning with this tell of; null if the file names none */
    public String clock(String columns) {
        return file.clocks().get(columns);
    }

    /** Ages by which open cases are told apart, the last one without an end. */
    public List<Age> ages() {
        List<Age> ages = new ArrayList<>();
        int least = 0;
        for (int most : file.ages()) {
            ages.add(new Age(least, most));
            least = most;
        }
        ages.add(new Age(least, null));
        return ages;
    }

    /**
     * @param least days
     * @param most  days; null for any more
     */
    public record Age(int least, Integer most) {}

    /**
     * @param entries names of {@link Kind} by column of {@code insight_case}
     * @param clocks  ids of clocks by the beginning of the columns that tell of them
     * @param ages    days, rising
     */
    private record KpiFile(
            Map<String, List<String>> entries,
            Map<String, String> clocks,
            List<Integer> ages,
            List<KpiDefinition> kpis) {}
}
