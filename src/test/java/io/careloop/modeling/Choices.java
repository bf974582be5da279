package io.careloop.modeling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.collaboration.Department;
import io.careloop.engine.DiagramInput;
import io.careloop.identity.Groups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What there is to choose from for an input: value and how the Modeler shows it. Read from the project's own files. */
final class Choices {

    private static final Path PROCESSES = Path.of("processes");
    private static final Path MESSAGES = PROCESSES.resolve("notification/templates");
    private static final Path POLICIES = PROCESSES.resolve("deadline/policies");
    private static final Path LIMITS = PROCESSES.resolve("deadline/deadline-service-level.dmn");
    private static final Pattern LIMIT = Pattern.compile("<text>\"(P[T0-9DHM]+)\"</text>");
    private static final Pattern MUSTACHE = Pattern.compile("\\{\\{.*?}}");
    private static final Map<String, String> CLOCKS =
            Map.of("firstResponse", "first response", "resolution", "resolution", "silence", "silence");

    /** @param used values that our own diagrams have for the input, such as expressions */
    static Map<String, String> of(DiagramInput input, Collection<String> used) throws IOException {
        Map<String, String> choices = known(input);
        if (!choices.isEmpty()) {
            new TreeSet<>(used).forEach(value -> choices.putIfAbsent(value, shown(value)));
        }
        return choices;
    }

    private static Map<String, String> known(DiagramInput input) throws IOException {
        return switch (input.kind()) {
            case CUSTOMER_TEMPLATE -> messages("customer");
            case STAFF_TEMPLATE -> messages("staff");
            case USERS -> named(Map.of("case-owner", "owner of the case", "nobody", "nobody"));
            case GROUPS -> groups();
            case DEPARTMENTS -> departments();
            case CLOCK -> named(CLOCKS);
            case LIMIT -> limits();
            case PAUSE_REASON -> pauseReasons();
            case ONE_OF -> plain(List.of(input.values()));
            case TEXT -> new LinkedHashMap<>();
        };
    }

    private static Map<String, String> messages(String reader) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        for (Path file : files(MESSAGES, ".en.txt")) {
            Map<String, String> head = head(file);
            if (head.getOrDefault("for", "customer").equals(reader) && !head.containsKey("retired")) {
                String name = file.getFileName().toString().replace(".en.txt", "");
                String subject =
                        MUSTACHE.matcher(head.get("subject")).replaceAll("").strip();
                found.put(name, "%s: %s".formatted(name, subject));
            }
        }
        return found;
    }

    private static Map<String, String> head(Path file) throws IOException {
        Map<String, String> head = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank()) {
                return head;
            }
            head.put(
                    line.substring(0, line.indexOf(':')),
                    line.substring(line.indexOf(':') + 1).strip());
        }
        return head;
    }

    private static Map<String, String> groups() {
        Map<String, String> choices = named(Map.of("case-team", "team of the case", "nobody", "nobody"));
        choices.putAll(plain(Groups.ALL));
        return choices;
    }

    private static Map<String, String> departments() {
        Map<String, String> choices = named(Map.of("", "those that the table says"));
        choices.putAll(plain(Department.ALL));
        return choices;
    }

    /** The limits that the table of service levels has. */
    private static Map<String, String> limits() throws IOException {
        Map<String, String> choices = new LinkedHashMap<>();
        LIMIT.matcher(Files.readString(LIMITS))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .sorted(Comparator.comparing(Duration::parse))
                .forEach(limit -> choices.put(limit, "%s: %s".formatted(limit, inWords(Duration.parse(limit)))));
        return choices;
    }

    private static String inWords(Duration limit) {
        long minutes = limit.toMinutes();
        return minutes % 60 == 0 ? "%d hour%s".formatted(minutes / 60, minutes == 60 ? "" : "s") : minutes + " minutes";
    }

    static Map<String, String> pauseReasons() throws IOException {
        Set<String> reasons = new TreeSet<>();
        for (Path policy : files(POLICIES, ".json")) {
            for (JsonNode pause : new ObjectMapper().readTree(policy.toFile()).path("pauses")) {
                reasons.add(pause.path("reason").asText());
            }
        }
        return plain(reasons);
    }

    private static Map<String, String> named(Map<String, String> names) {
        Map<String, String> sorted = new LinkedHashMap<>();
        names.keySet().stream().sorted().forEach(value -> sorted.put(value, names.get(value)));
        return sorted;
    }

    static Map<String, String> plain(Collection<String> values) {
        Map<String, String> choices = new LinkedHashMap<>();
        values.forEach(value -> choices.put(value, value.replace('-', ' ')));
        return choices;
    }

    private static String shown(String value) {
        return value.replaceAll("\\$\\{([A-Za-z]+)}", "what $1 says").replace(",", " and ");
    }

    static List<Path> files(Path folder, String... endings) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> Arrays.stream(endings)
                            .anyMatch(ending -> file.getFileName().toString().endsWith(ending)))
                    .sorted()
                    .toList();
        }
    }

    private Choices() {}
}
