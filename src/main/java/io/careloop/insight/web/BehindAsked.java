package io.careloop.insight.web;

import io.careloop.insight.figures.Counted;
import io.careloop.insight.figures.Counting;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The figure of which somebody wants to see the cases: one of a KPI, a department, an hour, a group, an age or a time is
 * named; else a node.
 *
 * @param kpi        id
 * @param department whose questions
 * @param hour       of the day at which tasks were completed, or with a group came in
 * @param group      whose open tasks, or those that came in an hour
 * @param least      age of open cases in days
 * @param most       up to which age; null for any
 * @param now        what of today, such as {@code open}
 * @param definition of the node
 * @param version    null for all
 * @param which      part of the figure; null for all of it
 */
record BehindAsked(
        String kpi,
        String department,
        Integer hour,
        String group,
        Integer least,
        Integer most,
        String now,
        String definition,
        Integer version,
        String node,
        String which) {

    private static final String ALL = "all";

    /** What {@code which} can be, by kind of figure; of the others it is left out. */
    private static final Map<String, Set<String>> PARTS = Map.of(
            "kpi", Set.of(ALL, "inside", "outside"),
            "department", Set.of(ALL, "late", "handed-back"),
            "group", Set.of(ALL, "unassigned", "late"),
            "now", Set.of("open", "late", "registered", "closed"),
            "node", Set.of(ALL, "visits", "waited", "worked", "again", "failed", "error", "breached", "unfinished"));

    BehindAsked {
        kpi = orNull(kpi);
        department = orNull(department);
        group = orNull(group);
        now = orNull(now);
        definition = orNull(definition);
        node = orNull(node);
        which = orNull(which);
    }

    private static String orNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Empty if there is no such figure. */
    Optional<Counted> counted(Counting counting) {
        if (!PARTS.getOrDefault(kind(), Set.of(part())).contains(now == null ? part() : now)) {
            return Optional.empty();
        }
        return switch (kind()) {
            case "kpi" -> counting.kpi(kpi, part());
            case "department" -> Optional.of(counting.questions(department, part()));
            case "queue" -> Optional.of(counting.queue(group, hour));
            case "hour" -> Optional.of(counting.hour(hour));
            case "group" -> Optional.of(counting.openTasks(group, part()));
            case "age" -> Optional.of(counting.age(least, most));
            case "now" -> Optional.of(counting.now(now));
            case "node" -> Optional.of(counting.visits(definition, version, node, part()));
            default -> Optional.empty();
        };
    }

    /** Which kind of figure it is; {@code none} if nothing is named. */
    public String kind() {
        if (kpi != null) {
            return "kpi";
        }
        if (department != null) {
            return "department";
        }
        if (hour != null && group != null) {
            return "queue";
        }
        if (hour != null) {
            return "hour";
        }
        if (group != null) {
            return "group";
        }
        if (least != null) {
            return "age";
        }
        if (now != null) {
            return "now";
        }
        return definition != null && node != null ? "node" : "none";
    }

    /** Never null. */
    public String part() {
        return which == null ? ALL : which;
    }

    /** Whether it says how things are at the moment, whatever the period. */
    public boolean isOfNow() {
        return kind().equals("group") || kind().equals("age") || kind().equals("now");
    }
}
