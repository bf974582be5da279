package io.careloop.insight.figures;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * What a source is asked for.
 *
 * @param subject null for all of them
 * @param apart   whether categories, teams and channels are told apart; else a source may give them as one, which is quicker
 * @param until   excluded
 */
record Wanted(String subject, Slice slice, boolean apart, Instant from, Instant until) {

    private static final String OF_SLICE = """
            \sand (:category::text is null or c.category = :category) and (:team::text is null or c.team = :team)
                and (:channel::text is null or c.channel = :channel)""";

    /** Columns of a cell, {@code insight_case} being {@code c}; the same numbers group by them. */
    String cell() {
        return apart
                ? "coalesce(c.category, '') as category, coalesce(c.team, '') as team, coalesce(c.channel, '') as channel"
                : "'' as category, '' as team, '' as channel";
    }

    /**
     * Joins the case of a row {@code v}, if there is anything to know of it. The database is held to look up the cases of
     * the days instead of beginning with all cases of a category.
     */
    String withCase() {
        return apart || !slice.isAll()
                ? "left join lateral (select * from insight_case one where one.reference = v.reference offset 0) c on true"
                : "";
    }

    /** Those of the slice; to be put after other conditions. */
    String conditions() {
        return slice.isAll() ? "" : OF_SLICE;
    }

    /** {@code :from}, {@code :until}, and those of the conditions. */
    Map<String, Object> params() {
        Map<String, Object> params = new HashMap<>(slice.params());
        params.put("from", from.atOffset(ZoneOffset.UTC));
        params.put("until", until.atOffset(ZoneOffset.UTC));
        return params;
    }
}
