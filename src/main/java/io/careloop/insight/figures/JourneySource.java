package io.careloop.insight.figures;

import io.careloop.insight.figures.Journey.Touchpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Journeys of customers, each on the day on which its case was closed. */
@Component
class JourneySource implements Source {

    static final String SUBJECT = "journey";

    private static final String SIGNAL = "!";
    private static final String WORD = "=";
    private static final String CHANNEL = "@";

    private final JourneyDefinition definition;
    private final JdbcClient jdbc;

    JourneySource(JourneyDefinition definition, JdbcClient jdbc) {
        this.definition = definition;
        this.jdbc = jdbc;
    }

    static String signal(String touchpoint, String signal) {
        return touchpoint + SIGNAL + signal;
    }

    static String word(String touchpoint, String word) {
        return touchpoint + WORD + word;
    }

    static String channel(String touchpoint, String channel) {
        return touchpoint + CHANNEL + channel;
    }

    @Override
    public boolean knows(String subject) {
        return SUBJECT.equals(subject);
    }

    @Override
    public Map<Cell, Tally> gather(Wanted wanted) {
        Map<Cell, Tally> cells = new HashMap<>();
        jdbc.sql("""
                select place, signal, word, coalesce(category, '') as category, coalesce(team, '') as team, channel,
                    grouping(signal) = 0 as by_signal, grouping(word) = 0 as by_word,
                    count(distinct reference) as cases, count(touch) as visits,
                    count(distinct reference) filter (where signal is not null) as troubled,
                    array_agg(wait) filter (where wait is not null) as waits
                from insight_case c cross join lateral (%s) journey
                where closed_at >= :from and closed_at < :until%s
                group by grouping sets ((place, category, team, channel), (place, signal, category, team, channel),
                    (place, word, category, team, channel))""".formatted(JourneyDefinition.OF_CASE, wanted.conditions()))
                .params(definition.parameters())
                .params(wanted.params())
                .query(row -> {
                    add(cells, row);
                });
        return cells;
    }

    private void add(Map<Cell, Tally> cells, ResultSet row) throws SQLException {
        String place = row.getString("place");
        if (row.getBoolean("by_signal")) {
            addPart(cells, row, row.getString("signal"), SIGNAL);
        } else if (row.getBoolean("by_word")) {
            addPart(cells, row, row.getString("word"), WORD);
        } else {
            Tally all = new Tally();
            all.add(row.getLong("cases"), row.getLong("visits"), row.getLong("troubled"));
            all.waits().add(VisitSource.numbers(row.getArray("waits")));
            cells.put(cell(place, row), all);
            if (definition.find(place).map(Touchpoint::byChannel).orElse(false)) {
                addPart(cells, row, row.getString("channel"), CHANNEL);
            }
        }
    }

    private static void addPart(Map<Cell, Tally> cells, ResultSet row, String part, String kind) throws SQLException {
        if (part != null) {
            Tally tally = new Tally();
            tally.add(row.getLong("cases"));
            cells.put(cell(row.getString("place") + kind + part, row), tally);
        }
    }

    private static Cell cell(String item, ResultSet row) throws SQLException {
        return Cell.of(new Item(SUBJECT, 0, item), row);
    }
}
