package io.careloop.benchmark;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Statements and round trips, together and by purpose: the verb and the table, such as {@code insert cases_entry}. */
class Statements {

    private static final Pattern CHANGE = Pattern.compile(
            "^(?:with .*?\\) )?(insert) into \"?(\\w+)|^(?:with .*?\\) )?(update|delete from) \"?(\\w+)");
    private static final Pattern READ = Pattern.compile("\\bfrom \"?(\\w+)|nextval\\('(\\w+)");

    private final Map<String, Count> byPurpose = new TreeMap<>();

    /** Several statements that went together are counted each; the one trip is counted with the first. */
    void add(String sql, int statements) {
        int trips = 1;
        for (String one : sql.split(";")) {
            add(purposeOf(one.strip().replaceAll("\\s+", " ").toLowerCase()), new Count(statements, trips));
            trips = 0;
        }
    }

    void addTransactionEnd(String name) {
        add(name, new Count(0, 1));
    }

    private void add(String purpose, Count count) {
        byPurpose.merge(purpose, count, Count::plus);
    }

    Map<String, Count> byPurpose() {
        return byPurpose;
    }

    int statements() {
        return byPurpose.values().stream().mapToInt(Count::statements).sum();
    }

    int roundTrips() {
        return byPurpose.values().stream().mapToInt(Count::roundTrips).sum();
    }

    static String purposeOf(String sql) {
        Matcher change = CHANGE.matcher(sql);
        if (change.find()) {
            return change.group(1) != null
                    ? "insert " + change.group(2)
                    : change.group(3).replace(" from", "") + " " + change.group(4);
        }
        Matcher read = READ.matcher(sql);
        if (read.find()) {
            return "select " + (read.group(1) != null ? read.group(1) : read.group(2));
        }
        return sql.substring(0, Math.min(40, sql.length()));
    }

    record Count(int statements, int roundTrips) {

        static final Count NONE = new Count(0, 0);

        Count plus(Count other) {
            return new Count(statements + other.statements, roundTrips + other.roundTrips);
        }
    }
}
