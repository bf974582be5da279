package io.careloop.benchmark;

import io.careloop.benchmark.DatabaseServer.Work;
import io.careloop.benchmark.Statements.Count;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** The tables of the benchmark, as Markdown. */
class CostReport {

    private static final Map<String, String> WHAT_FOR = Map.ofEntries(
            Map.entry("cases_case", "the case file"),
            Map.entry("cases_contact", "the customer"),
            Map.entry("cases_entry", "the timeline"),
            Map.entry("cases_handler", "who has handled the case"),
            Map.entry("cases_message", "what the customer and we wrote"),
            Map.entry("cases_reference_number", "the number of the case"),
            Map.entry("cases_tracking_token", "links to follow the case by"),
            Map.entry("collaboration_run", "whether departments are at work on it"),
            Map.entry("deadline_calendar", "which revisions of the calendars are the newest"),
            Map.entry("deadline_case_policy", "the rules that the case is under"),
            Map.entry("deadline_chain", "the clocks, held while they change"),
            Map.entry("deadline_clock", "the clocks"),
            Map.entry("deadline_fact", "the clocks and what happened to them"),
            Map.entry("deadline_policy", "the rules for new cases"),
            Map.entry("deadline_promise", "what was promised to the customer"),
            Map.entry("escalation_case", "whether the complaint climbs"),
            Map.entry("followup_call", "the call after the solution"),
            Map.entry("followup_feedback", "the one word"),
            Map.entry("identity_absence", "who is absent"),
            Map.entry("insight_pending", "cases whose tables the console tells anew"),
            Map.entry("notification_outbox", "messages to send"),
            Map.entry("resolution_plan", "who does what until when"),
            Map.entry("resolution_question", "questions to the customer, and answers"));

    private static final Predicate<String> OURS = purpose -> purpose.contains("_") && !purpose.contains(" act_");

    private final CaseCosts product;
    private final CaseCosts sending;
    private final CaseCosts bare;
    private final StringBuilder text = new StringBuilder();

    CostReport(CaseCosts product, CaseCosts sending, CaseCosts bare) {
        this.product = product;
        this.sending = sending;
        this.bare = bare;
        line("Measured on %s by `mvn -Pbenchmark test`: %d cases after warming up, %d cores, Java %s."
                .formatted(
                        LocalDate.now(),
                        product.costs().size(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature()));
        totals();
        own("Our own statements, on the way of the case", product);
        own("Our own statements, sending the messages", sending);
        engine();
    }

    /** As a share of what the bare engine takes. */
    double addedRoundTrips() {
        return (double) (product.roundTrips() - bare.roundTrips()) / bare.roundTrips();
    }

    String text() {
        return text.toString();
    }

    void write() {
        new MeasuredPart("measured").write(text());
    }

    private void totals() {
        heading("A case, median");
        line("| | product | bare engine | we add | share | sending its messages |");
        line("|---|---:|---:|---:|---:|---:|");
        total("SQL statements", CaseCosts::statements);
        total("round trips", CaseCosts::roundTrips);
        total("rows inserted", work(Work::inserted));
        total("rows updated", work(Work::updated));
        total("rows deleted", work(Work::deleted));
        total("write-ahead log, bytes", work(Work::log));
        total("whole pages in it", work(Work::wholePages));
    }

    private static ToLongFunction<CaseCosts> work(ToLongFunction<Work> number) {
        return costs -> costs.ofWork(number);
    }

    private void total(String name, ToLongFunction<CaseCosts> number) {
        long all = number.applyAsLong(product);
        long engine = number.applyAsLong(bare);
        line("| %s | %d | %d | %d | %d %% | %d |"
                .formatted(
                        name,
                        all,
                        engine,
                        all - engine,
                        Math.round(100.0 * (all - engine) / Math.max(1, engine)),
                        number.applyAsLong(sending)));
    }

    private void own(String title, CaseCosts costs) {
        heading(title + ", average of a case");
        line("| table | what for | select | insert | update | delete | statements | round trips |");
        line("|---|---|---:|---:|---:|---:|---:|---:|");
        Map<String, Count> counts = new TreeMap<>(costs.byPurpose());
        counts.keySet().removeIf(OURS.negate());
        Set<String> tables = new TreeSet<>();
        counts.keySet().forEach(purpose -> tables.add(purpose.substring(purpose.indexOf(' ') + 1)));
        tables.forEach(table -> table(table, costs, counts));
        Count all = counts.values().stream().reduce(Count.NONE, Count::plus);
        line("| **all** | | | | | | %s | %s |"
                .formatted(perCase(costs, all.statements()), perCase(costs, all.roundTrips())));
    }

    private void table(String table, CaseCosts costs, Map<String, Count> counts) {
        StringBuilder row = new StringBuilder("| %s | %s |".formatted(table, WHAT_FOR.getOrDefault(table, "")));
        Count sum = Count.NONE;
        for (String verb : List.of("select", "insert", "update", "delete")) {
            Count count = counts.getOrDefault(verb + " " + table, Count.NONE);
            row.append(" %s |".formatted(count.equals(Count.NONE) ? "" : perCase(costs, count.statements())));
            sum = sum.plus(count);
        }
        line(row.append(" %s | %s |".formatted(perCase(costs, sum.statements()), perCase(costs, sum.roundTrips())))
                .toString());
    }

    /** Where the engine itself works more, or less, in the product than alone. */
    private void engine() {
        heading("The engine's statements and transactions that differ, round trips, average of a case");
        line("| statement | product | bare engine |");
        line("|---|---:|---:|");
        Map<String, Count> here = product.byPurpose();
        Map<String, Count> there = bare.byPurpose();
        Set<String> purposes = new TreeSet<>(here.keySet());
        purposes.addAll(there.keySet());
        purposes.removeIf(OURS);
        for (String purpose : purposes) {
            String one = perCase(product, here.getOrDefault(purpose, Count.NONE).roundTrips());
            String other = perCase(bare, there.getOrDefault(purpose, Count.NONE).roundTrips());
            if (!one.equals(other)) {
                line("| %s | %s | %s |".formatted(purpose, one, other));
            }
        }
    }

    private void heading(String title) {
        line("");
        line("### " + title);
        line("");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String perCase(CaseCosts costs, int sum) {
        double value = costs.perCase(sum);
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.2f", value);
    }
}
