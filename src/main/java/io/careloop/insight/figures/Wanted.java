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

    /** Columns of a cell, {@code insight_case} being {@code c}; the same numbers group by them. */
    String cell() {
        return apart
                ? "coalesce(c.category, '') as category, coalesce(c.team, '') as team, coalesce(c.channel, '') as channel"
                : "'' as category, '' as team, '' as channel";
    }

    /** Joins the case of a row that has a reference, if there is anything to know of it. */
    String withCase() {
        return apart || !slice.isAll() ? "left join insight_case c using (reference)" : "";
    }

    /** Those of the slice; to be put after other conditions. */
    String conditions() {
        return slice.conditions("c.");
    }

    /** {@code :from}, {@code :until}, and those of the conditions. */
    Map<String, Object> params() {
        Map<String, Object> params = new HashMap<>(slice.params());
        params.put("from", from.atOffset(ZoneOffset.UTC));
        params.put("until", until.atOffset(ZoneOffset.UTC));
        return params;
    }
}
