package io.careloop.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.careloop.engine.HistoryFact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Facts as the log keeps them: a JSON object each, with its kind as {@code fact} and times in milliseconds. */
final class FactCodec {

    private static final String KIND = "fact";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
            .disable(DeserializationFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
            // a later release may know more of a fact
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private static final Map<String, Class<?>> KINDS = Stream.of(HistoryFact.class, CaseFact.class)
            .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
            .collect(Collectors.toUnmodifiableMap(FactCodec::kindOf, Function.identity()));

    static String write(Collection<Object> facts) {
        ArrayNode all = JSON.createArrayNode();
        for (Object fact : facts) {
            ObjectNode written = JSON.createObjectNode().put(KIND, kindOf(fact.getClass()));
            all.add(written.setAll((ObjectNode) JSON.valueToTree(fact)));
        }
        return all.toString();
    }

    /** In their order; kinds that are not known are left out. */
    static List<Object> read(String facts) {
        try {
            List<Object> read = new ArrayList<>();
            for (JsonNode fact : JSON.readTree(facts)) {
                Class<?> type = KINDS.get(fact.path(KIND).asText());
                if (type != null) {
                    read.add(JSON.treeToValue(fact, type));
                }
            }
            return read;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A fact cannot be read: " + facts, e);
        }
    }

    private static String kindOf(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private FactCodec() {}
}
