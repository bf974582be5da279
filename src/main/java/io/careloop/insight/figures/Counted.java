package io.careloop.insight.figures;

import java.util.Map;

/**
 * What a figure counts, as SQL in which {@code c} is the row of {@code insight_case}; that is left out for what belongs to
 * no case. {@code :from}, {@code :until}, {@code :today}, {@code :now} and {@code :engineNow}, which has no zone, are bound.
 *
 * @param from      tables
 * @param where     conditions of what is counted
 * @param reference of the case, or of the process that belongs to none
 * @param times     what a row counts for
 * @param weight    aggregate over the rows of a case by which cases are sorted; shown in {@code unit}
 * @param unit      {@code millis}, {@code seconds} of business time, {@code share} or {@code score}
 * @param order     {@code asc} or {@code desc}
 * @param more      parameters
 */
public record Counted(
        String from,
        String where,
        String reference,
        String times,
        String weight,
        String unit,
        String order,
        Map<String, ?> more) {

    static Counted ofCases(String where, String times, String weight, String unit, String order) {
        return new Counted("insight_case c", where, "c.reference", times, weight, unit, order, Map.of());
    }

    /** One row a case, with what it counts for. */
    String rows() {
        return """
                select %s as reference, c.reference is not null as is_case, c.category, c.registered_at,
                    sum(%s)::bigint as times, (%s)::float8 as weight,
                    c.restricted_to is null or :all or c.restricted_to = any (:groups) as shown
                from %s where %s and (:category::text is null or c.category = :category)
                    and (:team::text is null or c.team = :team) and (:channel::text is null or c.channel = :channel)
                group by 1, 2, 3, 4, 7""".formatted(reference, times, weight, from, where);
    }
}
