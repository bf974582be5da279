package io.careloop.insight;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which cases are listed, in which order and with which columns, as the address of the page says it.
 *
 * @param values  what was asked for by the name of the field, without those that are empty
 * @param columns in the order of {@link CaseColumn}
 * @param page    from 0
 */
public record CaseQuery(Map<String, String> values, List<CaseColumn> columns, int page) {

    /** Conditions, in the order of the form. */
    public static final List<String> FIELDS = List.of(
            "reference",
            "customer",
            "text",
            "state",
            "status",
            "category",
            "priority",
            "channel",
            "owner",
            "team",
            "cause",
            "breach",
            "dated",
            "from",
            "to",
            "sort");

    /** Nobody turns more pages. */
    static final int LAST_PAGE = 199;

    private static final String COLUMN = "column";
    private static final Set<String> PERSONAL = Set.of("customer", "text");
    private static final int LONGEST = 200;

    public static CaseQuery of(MultiValueMap<String, String> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String field : FIELDS) {
            String value = parameters.getFirst(field);
            if (value != null && !value.isBlank()) {
                values.put(field, cut(value.replaceAll("\\p{Cc}", " ").strip()));
            }
        }
        return new CaseQuery(values, columns(parameters.get(COLUMN)), page(parameters.getFirst("page")));
    }

    /** @param query as {@link #address} gave it */
    public static CaseQuery ofAddress(String query) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .forEach((field, values) -> values.forEach(value -> parameters.add(field, decoded(value))));
        return of(parameters);
    }

    private static String decoded(String value) {
        return value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    private static String cut(String value) {
        return value.codePointCount(0, value.length()) <= LONGEST
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST));
    }

    private static List<CaseColumn> columns(List<String> keys) {
        Set<CaseColumn> chosen = Stream.ofNullable(keys)
                .flatMap(List::stream)
                .flatMap(key -> CaseColumn.of(key).stream())
                .collect(Collectors.toSet());
        return chosen.isEmpty()
                ? CaseColumn.usual()
                : Stream.of(CaseColumn.values()).filter(chosen::contains).toList();
    }

    private static int page(String typed) {
        try {
            return typed == null ? 0 : Math.max(0, Math.min(Integer.parseInt(typed), LAST_PAGE));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** "" for none. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** Whether anything leaves cases out. */
    public boolean hasConditions() {
        return values.keySet().stream().anyMatch(field -> !field.equals("sort") && !field.equals("dated"));
    }

    /** The same without what says who customers are and what they wrote. */
    public CaseQuery withoutPersonalData() {
        Map<String, String> kept = new LinkedHashMap<>(values);
        kept.keySet().removeAll(PERSONAL);
        return new CaseQuery(
                kept, columns.stream().filter(column -> !column.isPersonal()).toList(), page);
    }

    /** Fields with a date that is none. */
    public List<String> badDates() {
        return Stream.of("from", "to")
                .filter(field -> values.containsKey(field) && date(field).isEmpty())
                .toList();
    }

    Optional<LocalDate> date(String field) {
        try {
            return Optional.ofNullable(values.get(field)).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The part of an address behind the question mark, without the page. */
    public String address() {
        return address(Map.of());
    }

    /** The same with another value of a field, such as {@code page}. */
    public String address(String field, Object value) {
        return address(Map.of(field, value.toString()));
    }

    private String address(Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(others);
        List<String> parts = new ArrayList<>();
        all.forEach((field, value) -> parts.add(part(field, value)));
        if (!columns.equals(CaseColumn.usual())) {
            columns.forEach(column -> parts.add(part(COLUMN, column.key())));
        }
        return String.join("&", parts);
    }

    private static String part(String field, String value) {
        return field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
