package io.careloop.insight.figures;

import io.careloop.cases.Reader;
import io.careloop.identity.Groups;
import io.careloop.insight.figures.CasesBehind.Behind;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases behind a figure of the journey. Restricted ones are there for their group and for managers alone. */
@Service
@Transactional(readOnly = true)
public class JourneyCases {

    private final JdbcClient jdbc;
    private final JourneyDefinition definition;
    private final Days days;

    JourneyCases(JdbcClient jdbc, JourneyDefinition definition, Days days) {
        this.jdbc = jdbc;
        this.definition = definition;
        this.days = days;
    }

    /**
     * Cases closed in the period that came to a touchpoint, those closed last first, so that few are looked at for a page.
     * Their weight is the longest wait before it.
     *
     * @param signal  null for any case, {@code any} for those with any signal there
     * @param word    null for any case
     */
    public List<Behind> at(
            String touchpoint, String signal, String word, Period period, Slice slice, Reader reader, int page) {
        return jdbc.sql("""
                        select c.reference, true as is_case, c.category, c.registered_at, found.times, found.weight
                        from insight_case c cross join lateral (
                            select count(touch) as times, coalesce(max(wait), 0)::float8 as weight from (%s) journey where place = :touchpoint
                            having bool_or(:signal::text is null or signal = :signal or signal is not null and :signal = 'any')
                        ) found
                        where c.closed_at >= :from and c.closed_at < :until
                            and (:word::text is null or c.word = :word)
                            and (:category::text is null or c.category = :category)
                            and (:team::text is null or c.team = :team)
                            and (:channel::text is null or c.channel = :channel)
                            and (c.restricted_to is null or :all or c.restricted_to = any (:groups))
                        order by c.closed_at desc, c.reference desc limit :limit offset :offset""".formatted(JourneyDefinition.OF_CASE))
                .params(definition.parameters())
                .param("touchpoint", touchpoint)
                .param("signal", signal)
                .param("word", word)
                .param("from", days.start(period.from()).atOffset(ZoneOffset.UTC))
                .param("until", days.start(period.end()).atOffset(ZoneOffset.UTC))
                .params(slice.params())
                .param("all", reader.groups().contains(Groups.MANAGERS))
                .param("groups", reader.groups().toArray(String[]::new))
                .param("limit", CasesBehind.PAGE + 1)
                .param("offset", (long) CasesBehind.PAGE * page)
                .query(Behind.class)
                .list();
    }
}
