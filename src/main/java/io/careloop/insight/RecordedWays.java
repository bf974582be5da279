package io.careloop.insight;

import io.careloop.engine.HistoryFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The ways that cases took through a diagram, as far as the tables of the console have them. */
@Service
public class RecordedWays {

    private final JdbcClient jdbc;
    private final FactStore facts;

    RecordedWays(JdbcClient jdbc, FactStore facts) {
        this.jdbc = jdbc;
        this.facts = facts;
    }

    /**
     * One instance of the diagram, which has come to its end.
     *
     * @param restricted whether not everybody may know of the case
     * @param version    the newest under which it ran, as {@code definitionId}
     * @param facts      all that the engine did for the case, in its order, whatever the instance
     */
    public record RecordedWay(
            String reference,
            boolean restricted,
            String instance,
            String definitionId,
            int version,
            Instant startedAt,
            List<Fact> facts) {}

    /** @param transaction facts of one transaction have the same number, those of a later one a greater */
    public record Fact(long transaction, HistoryFact fact) {}

    private record Ended(
            String reference,
            boolean restricted,
            String instance,
            String definitionId,
            int version,
            Instant startedAt) {}

    /** @param until not included */
    public long count(String diagram, Instant from, Instant until) {
        return jdbc.sql("""
                        select count(*) from insight_instance
                        where definition = ? and started_at >= ? and started_at < ? and ended_at is not null""")
                .params(diagram, Timestamp.from(from), Timestamp.from(until))
                .query(Long.class)
                .single();
    }

    /**
     * Gives all instances that started in the period and have ended, in the order of their start, some at a time.
     *
     * @param until not included
     * @param part  how many at a time
     * @param take  may throw to end it
     */
    public void each(String diagram, Instant from, Instant until, int part, Consumer<List<RecordedWay>> take) {
        Instant after = from;
        String last = "";
        while (true) {
            List<Ended> ended = ended(diagram, after, last, until, part);
            if (!ended.isEmpty()) {
                take.accept(recorded(ended));
                after = ended.get(ended.size() - 1).startedAt();
                last = ended.get(ended.size() - 1).instance();
            }
            if (ended.size() < part) {
                return;
            }
        }
    }

    private List<Ended> ended(String diagram, Instant after, String last, Instant until, int most) {
        return jdbc.sql("""
                        select i.*, c.restricted_to is not null as restricted
                        from insight_instance i left join insight_case c on c.reference = i.reference
                        where i.definition = ? and (i.started_at, i.id) > (?, ?) and i.started_at < ?
                            and i.ended_at is not null
                        order by i.started_at, i.id limit ?""")
                .params(diagram, Timestamp.from(after), last, Timestamp.from(until), most)
                .query(RecordedWays::ended)
                .list();
    }

    private List<RecordedWay> recorded(List<Ended> ended) {
        Map<String, List<FactStore.Recorded>> found =
                facts.of(ended.stream().map(Ended::reference).distinct().toList());
        return ended.stream()
                .map(one -> new RecordedWay(
                        one.reference(),
                        one.restricted(),
                        one.instance(),
                        one.definitionId(),
                        one.version(),
                        one.startedAt(),
                        found.getOrDefault(one.reference(), List.of()).stream()
                                .filter(recorded -> recorded.fact() instanceof HistoryFact)
                                .map(recorded -> new Fact(recorded.row(), (HistoryFact) recorded.fact()))
                                .toList()))
                .toList();
    }

    private static Ended ended(ResultSet row, int number) throws SQLException {
        return new Ended(
                row.getString("reference"),
                row.getBoolean("restricted"),
                row.getString("id"),
                row.getString("definition_id"),
                row.getInt("version"),
                row.getTimestamp("started_at").toInstant());
    }
}
