package io.careloop.insight;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The conditions of a list of cases as SQL over {@code insight_case c}; each can be looked up in an index. */
final class CaseConditions {

    private static final Pattern REFERENCE = Pattern.compile("(?i)(?:C-?)?(\\d{4})-(\\d{1,12})");
    private static final Pattern NUMBER = Pattern.compile("#?0*(\\d{1,12})");
    private static final List<String> EQUAL =
            List.of("status", "category", "priority", "channel", "owner", "team", "cause");

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final CaseQuery query;
    private final ZoneId zone;

    /** @param customers ids of those that are asked for; null for no such condition */
    CaseConditions(CaseQuery query, String[] customers, boolean withRestricted, ZoneId zone) {
        this.query = query;
        this.zone = zone;
        if (!withRestricted) {
            add("c.restricted_to is null");
        }
        if (customers != null) {
            add("c.contact = any (?)", (Object) customers);
        }
        addFields();
        addText();
        addDates();
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    List<Object> values() {
        return values;
    }

    /** In the order of the dates that are asked for unless another is; what has no such date is left out of the list. */
    String orderBy() {
        return switch (sort()) {
            case "oldest" -> " order by c.registered_at, c.reference";
            case "closed" -> " order by c.closed_at desc, c.reference desc";
            case "due" -> " order by c.next_due, c.reference desc";
            default -> " order by c.registered_at desc, c.reference desc";
        };
    }

    private String sort() {
        return query.values().containsKey("sort") ? query.value("sort") : query.value("dated");
    }

    private void addFields() {
        EQUAL.stream()
                .filter(field -> query.values().containsKey(field))
                .forEach(field -> add("c." + field + " = ?", query.value(field)));
        if (query.values().containsKey("reference")) {
            addReference(query.value("reference"));
        }
        switch (query.value("state")) {
            case "running" -> add("c.closed_at is null");
            case "finished" -> add("c.closed_at is not null");
            default -> {}
        }
        switch (query.value("breach")) {
            case "yes" -> add("c.breached");
            case "no" -> add("not c.breached");
            default -> {}
        }
        switch (sort()) {
            case "closed" -> add("c.closed_at is not null");
            case "due" -> add("c.next_due is not null");
            default -> {}
        }
    }

    /** The whole reference, or its number in any year. */
    private void addReference(String typed) {
        Matcher whole = REFERENCE.matcher(typed);
        Matcher number = NUMBER.matcher(typed);
        if (whole.matches()) {
            add("c.reference = ?", "C-" + whole.group(1) + "-" + padded(whole.group(2)));
        } else if (number.matches()) {
            add("""
                    c.reference in (select 'C-' || year || '-' || ? from generate_series(2000, 2100) year)""", padded(number.group(1)));
        } else {
            add("false");
        }
    }

    private static String padded(String number) {
        return "0".repeat(Math.max(0, 6 - number.length())) + number;
    }

    private void addText() {
        if (query.values().containsKey("text")) {
            String words = Lexemes.query(query.value("text"));
            if (words.isEmpty()) {
                add("false");
            } else {
                add("c.reference in (select w.reference from insight_words w where w.words @@ ?::tsquery)", words);
            }
        }
    }

    private void addDates() {
        String column = query.value("dated").equals("closed") ? "c.closed_at" : "c.registered_at";
        query.date("from").ifPresent(day -> add(column + " >= ?", midnight(day)));
        query.date("to").ifPresent(day -> add(column + " < ?", midnight(day.plusDays(1))));
    }

    private Timestamp midnight(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(zone).toInstant());
    }

    private void add(String condition, Object... with) {
        conditions.add(condition);
        values.addAll(List.of(with));
    }
}
