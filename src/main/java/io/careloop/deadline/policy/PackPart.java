package io.careloop.deadline.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.careloop.deadline.DeadlineClock.ClockType;
import io.careloop.deadline.Limit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A part of a pack's file. What is wrong with it is noted with its place, and reading goes on with null, so that all
 * that is wrong is told at once.
 *
 * @param place where it stands, such as {@code limits.resolution[0].limit}
 */
record PackPart(JsonNode node, String place, List<String> problems) {

    private static final String UNKNOWN = "unknown";
    private static final String NONE = "none";

    PackPart at(String field) {
        return new PackPart(node.path(field), place.isEmpty() ? field : place + "." + field, problems);
    }

    boolean isMissing() {
        return node.isMissingNode();
    }

    boolean isUnknown() {
        return says(UNKNOWN);
    }

    boolean isNone() {
        return says(NONE);
    }

    private boolean says(String word) {
        return node.isTextual() && node.asText().equals(word);
    }

    /** Notes fields other than these. */
    PackPart only(String... known) {
        if (!node.isObject()) {
            problem("is an object");
            return this;
        }
        for (Iterator<String> fields = node.fieldNames(); fields.hasNext(); ) {
            String field = fields.next();
            if (!List.of(known).contains(field)) {
                at(field).problem("is not a field of a pack");
            }
        }
        return this;
    }

    String text() {
        return value(text -> text, "is a text");
    }

    /** Null, without a note, where the field is missing. */
    String optionalText() {
        return isMissing() ? null : text();
    }

    /** What the reader makes of the text, or a note with the expectation. */
    <T> T value(Function<String, T> reader, String expectation) {
        if (!node.isTextual() || node.asText().isBlank()) {
            return problem(expectation);
        }
        try {
            return reader.apply(node.asText());
        } catch (RuntimeException e) {
            return problem("%s, not \"%s\"".formatted(expectation, node.asText()));
        }
    }

    /** A constant by its name in kebab case. */
    <T extends Enum<T>> T constant(Class<T> type) {
        List<String> names = List.of(type.getEnumConstants()).stream()
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        return value(text -> type.getEnumConstants()[known(names, text)], "is one of " + String.join(", ", names));
    }

    private static int known(List<String> names, String text) {
        if (!names.contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return names.indexOf(text);
    }

    Words words() {
        Map<String, String> byLanguage = new LinkedHashMap<>();
        node.fields()
                .forEachRemaining(
                        field -> byLanguage.put(field.getKey(), field.getValue().asText()));
        try {
            return new Words(byLanguage);
        } catch (IllegalArgumentException e) {
            return problem(e.getMessage());
        }
    }

    /** The fields {@code limit} and {@code clock}. */
    Limit limit() {
        ClockType clock = at("clock").constant(ClockType.class);
        return clock == null ? null : at("limit").value(text -> Limit.of(text, clock), "is written PT2H or P2D");
    }

    List<PackPart> items() {
        List<PackPart> items = new ArrayList<>();
        if (!node.isArray()) {
            problem("is a list");
            return items;
        }
        for (int i = 0; i < node.size(); i++) {
            items.add(new PackPart(node.get(i), "%s[%d]".formatted(place, i), problems));
        }
        return items;
    }

    <T> List<T> items(Function<PackPart, T> reader) {
        List<T> read = new ArrayList<>();
        items().forEach(item -> read.add(reader.apply(item)));
        return read;
    }

    /** Texts that each are one of those known. */
    Set<String> someOf(List<String> known) {
        Set<String> found = new LinkedHashSet<>();
        for (PackPart item : items()) {
            found.add(item.value(text -> known.get(known(known, text)), "is one of " + String.join(", ", known)));
        }
        return found.isEmpty() ? problem("names at least one") : found;
    }

    /** Notes what is expected here. */
    <T> T problem(String expectation) {
        problems.add(place.isEmpty() ? "It " + expectation : place + " " + expectation);
        return null;
    }
}
