package io.careloop.modeling.check;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.careloop.engine.DiagramNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the house allows and asks of every model: {@code processes/modeling/rules.json}. It comes with the release; nobody
 * can deploy another.
 */
record Rules(DiagramNames expressions, int historyAtLeastDays, List<ResultColumn> results, List<Policy> policies) {

    private static final String FILE = "/processes/modeling/rules.json";

    /**
     * A demand on a diagram.
     *
     * @param process key of the diagram, "*" for all but those of {@code except}
     * @param rule    how it is checked
     * @param given   variables that are true in the cases that are meant
     * @param to      what the ways lead to; null for each end
     * @param through what every way passes; each of them
     * @param tasks   id of the task that a form belongs to
     * @param because sentence for owners, by language tag
     */
    record Policy(
            String id,
            String process,
            List<String> except,
            Kind rule,
            Set<String> given,
            Step to,
            List<Step> through,
            Map<String, String> tasks,
            Map<String, String> because) {

        Policy {
            except = except == null ? List.of() : except;
            given = given == null ? Set.of() : given;
            through = through == null ? List.of() : through;
            tasks = tasks == null ? Map.of() : tasks;
        }

        boolean isFor(String key) {
            return process.equals(key) || process.equals("*") && !except.contains(key);
        }
    }

    /**
     * What those who ask a table make of one of its results.
     *
     * @param also words that mean something beside
     */
    record ResultColumn(String table, String result, Meaning is, Set<String> also) {

        ResultColumn {
            also = also == null ? Set.of() : also;
        }
    }

    enum Meaning {
        /** One, or several with commas between. */
        @JsonProperty("groups")
        GROUPS,
        @JsonProperty("limit")
        LIMIT,
        /** Key of one that can be called. */
        @JsonProperty("diagram")
        DIAGRAM,
        /** One of {@code also}. */
        @JsonProperty("one-of")
        ONE_OF,
        @JsonProperty("amount")
        AMOUNT,
        /** But something. */
        @JsonProperty("anything")
        ANYTHING
    }

    enum Kind {
        /** No way leads to the goal past a step. */
        @JsonProperty("every-way-passes")
        EVERY_WAY_PASSES,
        /** Every task for people has a due date. */
        @JsonProperty("tasks-have-a-limit")
        TASKS_HAVE_A_LIMIT,
        /** The engine knows whom it must keep from a task by the task's id, so the task of a form keeps its id. */
        @JsonProperty("forms-keep-their-task")
        FORMS_KEEP_THEIR_TASK
    }

    /**
     * A task that calls something with a certain input, or an exit of a gateway that is only taken if all the variables
     * are true.
     */
    record Step(String calls, String input, Set<String> oneOf, Set<String> condition) {}

    static Rules ofRelease() {
        try (InputStream file = Rules.class.getResourceAsStream(FILE)) {
            return JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(file, Rules.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
