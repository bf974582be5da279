package io.careloop.deadline;

import io.careloop.cases.CaseDueDates;
import io.careloop.cases.CaseReference;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the due dates of many cases at once, for lists. */
@Component
class NextDueDates implements CaseDueDates {

    private final JdbcClient jdbc;

    NextDueDates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<CaseReference, Instant> nextDueOf(Collection<CaseReference> references) {
        Map<CaseReference, Instant> next = new HashMap<>();
        jdbc.sql("""
                        select reference, min(due_at) as due_at from deadline_clock
                        where reference = any (?) and stopped_at is null
                            and split_part(clock, '.', 1) in ('firstResponse', 'resolution', 'promise')
                        group by reference""")
                .param(references.stream().map(CaseReference::value).toArray(String[]::new))
                .query(row -> {
                    next.put(
                            CaseReference.of(row.getString("reference")),
                            row.getTimestamp("due_at").toInstant());
                });
        return next;
    }
}
