package io.careloop.insight.figures;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What each kind of figure counts. */
@Component
public class Counting {

    private static final String AGE = "max(extract(epoch from coalesce(c.closed_at, :now) - c.registered_at)) * 1000";

    private static final Map<String, String> VISITS = Map.of(
            "again", "round > 1",
            "failed", "v.failed",
            "error", "(round > 1 or v.failed)",
            "breached", "v.breached",
            "unfinished", "unfinished",
            "waited", "wait_ms is not null",
            "worked", "work_ms is not null");

    private static final Map<String, String> OPEN_TASKS =
            Map.of("unassigned", "t.assignee_ is null", "late", "t.due_date_ < :engineNow");

    private static final Map<String, String> QUESTIONS =
            Map.of("late", "h.late", "handed-back", "h.ending = any (:handedBack)");

    private static final Map<String, String> NOW = Map.of(
            "open", "c.closed_at is null",
            "late", "c.closed_at is null and c.next_due < :now",
            "registered", "c.registered_at >= :today",
            "closed", "c.closed_at >= :today");

    private final KpiDefinitions definitions;
    private final Days days;

    Counting(KpiDefinitions definitions, Days days) {
        this.definitions = definitions;
        this.days = days;
    }

    /**
     * Visits of a node, those that took longest first.
     *
     * @param version null for all
     * @param which   {@code again}, {@code failed}, {@code error}, {@code breached}, {@code unfinished}, {@code waited} or
     *                {@code worked}; all visits for any other
     */
    public Counted visits(String definition, Integer version, String node, String which) {
        String weight = switch (which) {
            case "waited" -> "sum(wait_ms)";
            case "worked" -> "sum(work_ms)";
            default -> "sum(coalesce(wait_ms, 0) + coalesce(work_ms, 0))";
        };
        return new Counted(
                "insight_visit v left join insight_case c on c.reference = v.reference",
                """
                left_at >= :from and left_at < :until and v.definition = :definition and node = :node
                    and (:version = 0 or version = :version) and %s""".formatted(VISITS.getOrDefault(which, "true")),
                "v.reference",
                "error".equals(which) ? "(round > 1)::int + v.failed::int" : "1",
                weight,
                "millis",
                "desc",
                Map.of("definition", definition, "node", node, "version", version == null ? 0 : version));
    }

    /**
     * Cases that a KPI counts, the worst first.
     *
     * @param which of a share {@code inside} or {@code outside} of it; all for any other
     * @return empty if there is no such KPI
     */
    public Optional<Counted> kpi(String id, String which) {
        return definitions.find(id).map(kpi -> kpi.isShare() ? share(kpi, which) : values(kpi));
    }

    private static Counted values(KpiDefinition kpi) {
        return Counted.ofCases(within(kpi), "1", "max(" + kpi.value() + ")", kpi.unit(), worstFirst(kpi));
    }

    private static Counted share(KpiDefinition kpi, String which) {
        String share = "sum(%s)::float8 / nullif(sum(%s), 0)".formatted(kpi.part(), kpi.of());
        String part = switch (which) {
            case "inside" -> "(%s)".formatted(kpi.part());
            case "outside" -> "((%s) - (%s))".formatted(kpi.of(), kpi.part());
            default -> null;
        };
        return part == null
                ? Counted.ofCases(within(kpi), "1", share, kpi.unit(), worstFirst(kpi))
                : Counted.ofCases(within(kpi) + " and " + part + " > 0", part, share, kpi.unit(), worstFirst(kpi));
    }

    private static String within(KpiDefinition kpi) {
        return "%1$s >= :from and %1$s < :until and (%2$s)".formatted(kpi.day(), kpi.counted());
    }

    private static String worstFirst(KpiDefinition kpi) {
        return "lower".equals(kpi.better()) ? "desc" : "asc";
    }

    /** Tasks completed in an hour of the day. */
    public Counted hour(int hour) {
        return new Counted(
                "insight_visit v left join insight_case c on c.reference = v.reference",
                """
                v.type = 'userTask' and not v.cancelled and left_at >= :from and left_at < :until
                    and extract(hour from left_at at time zone :zone) = :hour""",
                "v.reference",
                "1",
                "sum(coalesce(wait_ms, 0) + coalesce(work_ms, 0))",
                "millis",
                "desc",
                Map.of("hour", hour, "zone", days.zone().getId()));
    }

    /** Completed tasks of a group that came in an hour of the day, those that waited longest first. */
    public Counted queue(String group, int hour) {
        return new Counted(
                "insight_visit v left join insight_case c on c.reference = v.reference",
                """
                v.offered_to = :group and not v.cancelled and left_at >= :from and left_at < :until
                    and extract(hour from entered_at at time zone :zone) = :hour""",
                "v.reference",
                "1",
                "max(wait_ms)",
                "millis",
                "desc",
                Map.of("group", group, "hour", hour, "zone", days.zone().getId()));
    }

    /**
     * Open tasks of a group as of now, the oldest first.
     *
     * @param which {@code unassigned} or {@code late}; all for any other
     */
    public Counted openTasks(String group, String which) {
        return new Counted(
                """
                act_ru_task t join act_ru_identitylink l on l.task_id_ = t.id_
                left join act_ru_execution p on p.id_ = t.proc_inst_id_
                left join insight_case c on c.reference = p.business_key_""",
                "l.type_ = 'candidate' and l.group_id_ = :group and " + OPEN_TASKS.getOrDefault(which, "true"),
                "coalesce(p.business_key_, t.proc_inst_id_, t.id_)",
                "1",
                "max(extract(epoch from :engineNow::timestamp - t.create_time_)) * 1000",
                "millis",
                "desc",
                Map.of("group", group));
    }

    /**
     * Questions that a department held until some time in the period, those held longest first.
     *
     * @param which {@code late} or {@code handed-back}; all for any other
     */
    public Counted questions(String department, String which) {
        return new Counted(
                """
                collaboration_hold h join collaboration_branch b on b.id = h.branch
                left join insight_case c on c.reference = b.reference""",
                """
                h.department = :department and h.until_at >= :from and h.until_at < :until
                    and %s""".formatted(QUESTIONS.getOrDefault(which, "true")),
                "b.reference",
                "1",
                "sum(h.held_seconds)",
                "seconds",
                "desc",
                Map.of(
                        "department",
                        department,
                        "handedBack",
                        definitions.entries("hand_backs").toArray(String[]::new)));
    }

    /** @param which {@code open}, {@code late}, or {@code registered} or {@code closed} today; open ones for any other */
    public Counted now(String which) {
        return Counted.ofCases(NOW.getOrDefault(which, NOW.get("open")), "1", AGE, "millis", "desc");
    }

    /** Open cases of an age as of now, in days; {@code most} is null for any that are older. */
    public Counted age(int least, Integer most) {
        String older = "c.closed_at is null and c.registered_at <= :now - :least * interval '1 day'";
        return new Counted(
                "insight_case c",
                most == null ? older : older + " and c.registered_at > :now - :most * interval '1 day'",
                "c.reference",
                "1",
                AGE,
                "millis",
                "desc",
                Map.of("least", least, "most", most == null ? 0 : most));
    }
}
