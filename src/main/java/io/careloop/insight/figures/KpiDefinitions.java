package io.careloop.insight.figures;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.engine.StartRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** How the service is measured, as {@code processes/insight/kpis.json} says it. */
@Component
public class KpiDefinitions {

    private static final String FILE = "processes/insight/kpis.json";

    /** What is counted of the timeline; the file says of each which entries it is made of. */
    private static final Set<String> COUNTED = Set.of(
            "transfers",
            "escalations",
            "recoveries",
            "departments",
            "hand_backs",
            "contacts",
            "messages_out",
            "promises_made",
            "promises_kept",
            "promises_broken",
            "failed_deliveries",
            "missed",
            "acknowledged",
            "answered",
            "followed_up");

    private static final Set<String> CLOCKS = Set.of("first_response", "resolution");

    private static final Set<String> KINDS =
            Arrays.stream(Kind.values()).map(Kind::name).collect(Collectors.toUnmodifiableSet());

    private final KpiFile file;

    @Autowired
    KpiDefinitions(ObjectMapper json) {
        this(json, new ClassPathResource(FILE));
    }

    /** @throws StartRefusedException for a figure that would silently be 0, since the file names it wrongly or not at all */
    KpiDefinitions(ObjectMapper json, Resource source) {
        try (InputStream kpis = source.getInputStream()) {
            file = json.readValue(kpis, KpiFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        requireSame("entries", COUNTED, file.entries().keySet());
        requireSame("clocks", CLOCKS, file.clocks().keySet());
        file.entries().forEach((column, kinds) -> requireKnown(column, kinds));
    }

    private static void requireSame(String part, Set<String> wanted, Set<String> named) {
        List<String> missing =
                wanted.stream().filter(one -> !named.contains(one)).sorted().toList();
        List<String> unknown =
                named.stream().filter(one -> !wanted.contains(one)).sorted().toList();
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new StartRefusedException(
                    "\"%s\" in %s has to name each of %s; missing: %s, unknown: %s."
                            .formatted(part, FILE, new TreeSet<>(wanted), missing, unknown),
                    "Name what is missing, and take out or correct what is unknown.");
        }
    }

    private static void requireKnown(String column, List<String> kinds) {
        List<String> unknown =
                kinds.stream().filter(kind -> !KINDS.contains(kind)).toList();
        if (kinds.isEmpty() || !unknown.isEmpty()) {
            throw new StartRefusedException(
                    "\"entries\" in %s says that %s is made of %s, but there are no such entries of a timeline."
                            .formatted(FILE, column, kinds),
                    "Use some of " + new TreeSet<>(KINDS) + ".");
        }
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
     * @return names of {@link Kind}
     * @throws IllegalArgumentException for what is not made of entries
     */
    public List<String> entries(String column) {
        List<String> kinds = file.entries().get(column);
        if (kinds == null) {
            throw new IllegalArgumentException(column + " is not made of entries");
        }
        return kinds;
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
