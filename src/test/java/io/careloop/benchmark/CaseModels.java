package io.careloop.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the cases that are copied, in the log of facts, of cases that went through the product: each takes hours or days, has
 * deadlines that may be missed, and is of a kind, a channel and an owner of its own. Most are slim: of them the log has a
 * case with one process, its tasks and the tables that it was triaged by, and nothing of nodes that nobody waited at.
 */
class CaseModels {

    /** How many of the models are whole cases. */
    static final int WHOLE = 10;

    static final int SLIM = 40;

    /** Of one in so many a deadline was missed. */
    private static final int LATE_EACH = 8;

    private static final Set<String> KEPT_NODES = Set.of(
            "Event_RequestReceived",
            "Activity_AcknowledgeRequest",
            "Activity_ClassifyRequest",
            "Activity_PrioritiseRequest",
            "Activity_RouteRequest",
            "Activity_AnalyseRequest",
            "Activity_ProposeSolution",
            "Activity_CloseCase",
            "Event_CaseClosed");
    private static final Set<String> OF_NODES =
            Set.of("node-entered", "node-left", "node-called", "task-changed", "decision-made");
    private static final Set<String> OF_CASES = Set.of("stage-reached", "word-given");
    private static final Set<String> KEPT_HAPPENINGS = Set.of(
            "REGISTERED",
            "ACKNOWLEDGED",
            "CLASSIFIED",
            "SOLUTION_PROPOSED",
            "IMPLEMENTED",
            "RESOLVED",
            "CALLED",
            "FEEDBACK_GIVEN",
            "CLOSED");
    private static final Set<String> KEPT_CLOCKS = Set.of("firstResponse", "resolution");
    private static final List<String> TIMES =
            List.of("at", "registeredAt", "firstResponseAt", "resolvedAt", "closedAt", "startedAt", "stoppedAt");

    private static final List<String> CATEGORIES = List.of("delivery", "technical", "billing", "complaint", "general");
    private static final List<String> CHANNELS = List.of("PORTAL", "API", "EMAIL", "PHONE");
    private static final List<String> TEAMS = List.of("agents", "aftersales", "finance");
    private static final List<String> PRIORITIES = List.of("low", "normal", "high");
    private static final List<String> OWNERS = List.of("agent", "ben", "ann", "manager");
    private static final List<String> WORDS = List.of("convenient", "caring", "tedious", "disappointed");

    private final JdbcClient jdbc;
    private final ObjectMapper json = new ObjectMapper();
    private final Random random = new Random(42);

    CaseModels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A case to copy.
     *
     * @param base   the case that went through the product
     * @param slower how much more time it takes than that
     */
    record CaseModel(int number, String base, boolean slim, Instant begin, long slower) {

        String reference() {
            return "C-2000-%06d".formatted(number);
        }

        /** Ends its ids in place of how those of the base end. */
        String node() {
            return "f%011x".formatted(number);
        }
    }

    /** Writes their facts; they wait to be told. */
    List<CaseModel> make(List<String> bases) {
        List<CaseModel> models = new ArrayList<>();
        for (int number = 0; number < SLIM + WHOLE; number++) {
            models.add(make(number, bases.get(number % bases.size())));
        }
        return models;
    }

    private CaseModel make(int number, String base) {
        List<ArrayNode> rows = jdbc.sql("select facts from insight_fact where subject = ? order by id")
                .param(base)
                .query((row, place) -> read(row.getString("facts")))
                .list();
        long begin = rows.get(0).get(0).path("at").asLong();
        ArrayNode last = rows.get(rows.size() - 1);
        long took = Math.max(1, last.get(last.size() - 1).path("at").asLong() - begin);
        boolean slim = number < SLIM;
        long takes = Duration.ofMinutes(slim ? 45 + random.nextInt(2_500) : 1_000 + random.nextInt(13_000))
                .toMillis();
        CaseModel model = new CaseModel(number, base, slim, Instant.ofEpochMilli(begin), Math.max(1, takes / took));
        String process = rows.get(0).findValue("instance").asText();
        rows.forEach(row -> write(model, row, process));
        return model;
    }

    /** @param process id of the case's own process instance, which started with it */
    private void write(CaseModel model, ArrayNode row, String process) {
        ArrayNode facts = json.createArrayNode();
        row.forEach(fact -> {
            if (!model.slim() || isKept((ObjectNode) fact, process)) {
                facts.add(changed(model, (ObjectNode) fact));
            }
        });
        if (!facts.isEmpty()) {
            jdbc.sql("""
                            with added as (
                                insert into insight_fact (subject, at, facts)
                                values (:reference, to_timestamp(:at / 1000.0), :facts::jsonb) returning subject
                            ) insert into insight_pending (subject) select subject from added""")
                    .param("reference", model.reference())
                    .param("at", facts.get(0).path("at").asLong())
                    .param(
                            "facts",
                            new Pieces(facts.toString()).of(model.base(), model.reference(), model.node(), jdbc))
                    .update();
        }
    }

    private static boolean isKept(ObjectNode fact, String process) {
        String kind = fact.path("fact").asText();
        return switch (kind) {
            case "case-seen" -> !fact.has("resolvedAt") || fact.has("closedAt");
            case "happened" -> KEPT_HAPPENINGS.contains(fact.path("kind").asText());
            case "clock-seen" -> KEPT_CLOCKS.contains(fact.path("clock").asText());
            case "instance-started", "instance-ended" ->
                fact.path("instance").asText().equals(process);
            default -> OF_CASES.contains(kind) || OF_NODES.contains(kind) && KEPT_NODES.contains(nodeOf(fact));
        };
    }

    /** Of a task only the visit is known, whose id begins with the node's. */
    private static String nodeOf(ObjectNode fact) {
        String visit = fact.path("visit").asText();
        return fact.has("node") ? fact.path("node").asText() : visit.replaceAll(":.*", "");
    }

    private ObjectNode changed(CaseModel model, ObjectNode fact) {
        ObjectNode changed = fact.deepCopy();
        TIMES.forEach(time -> {
            if (changed.path(time).isNumber()) {
                changed.put(time, moved(model, changed.path(time).asLong()));
            }
        });
        switch (changed.path("fact").asText()) {
            case "case-seen" -> describe(model, changed);
            case "clock-seen" -> limit(changed, model.number() % LATE_EACH == 0);
            case "word-given" ->
                changed.put("word", one(WORDS, model.number() / 3)).put("score", 10 - model.number() % 11);
            default -> {}
        }
        return changed;
    }

    private static long moved(CaseModel model, long at) {
        long begin = model.begin().toEpochMilli();
        return begin + (at - begin) * model.slower();
    }

    private static void describe(CaseModel model, ObjectNode file) {
        file.put("channel", one(CHANNELS, model.number())).put("owner", one(OWNERS, model.number() / 2));
        if (file.has("category")) {
            file.put("category", one(CATEGORIES, model.number()))
                    .put("team", one(TEAMS, model.number() / 4))
                    .put("priority", one(PRIORITIES, model.number() / 5));
        }
    }

    /** What was counted is a third of what the clock on the wall says. */
    private static void limit(ObjectNode clock, boolean late) {
        long begin = clock.path("startedAt").asLong();
        if (!clock.path("stoppedAt").isNumber()) {
            clock.put(
                    "dueAt",
                    begin + Duration.parse(clock.path("limit").asText()).toMillis());
            return;
        }
        long took = clock.path("stoppedAt").asLong() - begin;
        clock.put("dueAt", begin + (late ? took / 2 : took * 2)).put("countedSeconds", took / 3_000);
    }

    private static String one(List<String> values, int number) {
        return values.get(number % values.size());
    }

    private ArrayNode read(String facts) {
        try {
            JsonNode read = json.readTree(facts);
            return (ArrayNode) read;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
