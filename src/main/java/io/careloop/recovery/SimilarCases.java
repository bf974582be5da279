package io.careloop.recovery;

import io.careloop.cases.CaseReference;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What other cases of the same category got, so that customers with the same trouble are treated alike. Which cases they
 * were is not said: not everybody may see them.
 */
@Component
public class SimilarCases {

    private static final Duration LOOK_BACK = Duration.ofDays(180);
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    SimilarCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What each kind came to in the last half year, the most frequent first. */
    public List<Usual> of(CaseReference reference) {
        return jdbc.sql("""
                        select kind, currency, count(*) as times, min(amount) as least, max(amount) as most,
                            percentile_disc(0.5) within group (order by amount) as middle
                        from (select entry.kind, entry.currency, entry.amount
                              from recovery_ledger entry
                              join cases_case file using (reference)
                              join cases_case this on this.category = file.category and this.reference = ?
                              where entry.state in ('GRANTED', 'PAID') and entry.at >= ?
                                  and file.reference <> this.reference
                              order by entry.at desc limit ?) latest
                        group by kind, currency order by times desc, kind""")
                .params(reference.value(), Timestamp.from(clock.instant().minus(LOOK_BACK)), MOST)
                .query((row, number) -> new Usual(
                        CompensationKind.of(row.getString("kind")).orElseThrow(),
                        row.getInt("times"),
                        new Money(row.getBigDecimal("least"), row.getString("currency")),
                        new Money(row.getBigDecimal("middle"), row.getString("currency")),
                        new Money(row.getBigDecimal("most"), row.getString("currency"))))
                .list();
    }

    /** @param middle as many got less as got more */
    public record Usual(CompensationKind kind, int times, Money least, Money middle, Money most) {}
}
