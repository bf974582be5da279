package io.careloop.insight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What decision tables were asked about cases and what they answered, as far as the tables of the console have it. */
@Service
public class RecordedDecisions {

    private static final int FETCHED_AT_ONCE = 2000;
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};
    private static final TypeReference<List<Map<String, Object>>> ANSWERS = new TypeReference<>() {};

    private static final String SELECT = """
            select d.reference, d.number, d.at, d.definition_id, d.inputs, d.rules, d.outputs,
                c.restricted_to is not null as restricted
            from insight_decision d left join insight_case c on c.reference = d.reference
            where d.definition = ?""";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final TransactionTemplate transaction;

    RecordedDecisions(JdbcTemplate jdbc, ObjectMapper json, TransactionTemplate transaction) {
        this.jdbc = new JdbcTemplate(jdbc.getDataSource());
        this.jdbc.setFetchSize(FETCHED_AT_ONCE);
        this.json = json;
        this.transaction = transaction;
    }

    /**
     * One evaluation.
     *
     * @param number       in the order of asking, from 1 in each case
     * @param restricted   whether not everybody may know of the case
     * @param definitionId of the version of the table that was asked
     * @param inputs       by the id of the column; those that were null are left out, as are the words of customers
     * @param rules        ids of the rules that fired
     * @param outputs      one entry for each rule that fired, by the name of the output, without those that were null
     */
    public record Recorded(
            String reference,
            int number,
            boolean restricted,
            Instant at,
            String definitionId,
            Map<String, Object> inputs,
            List<String> rules,
            List<Map<String, Object>> outputs) {}

    /** @param until not included */
    public long count(String table, Instant from, Instant until) {
        return jdbc.queryForObject(
                "select count(*) from insight_decision where definition = ? and at >= ? and at < ?",
                Long.class,
                table,
                Timestamp.from(from),
                Timestamp.from(until));
    }

    /**
     * Gives all evaluations of the period in the order of time, however many, within one look at the database.
     *
     * @param until not included
     */
    public void each(String table, Instant from, Instant until, Consumer<Recorded> take) {
        // rows come part by part only within a transaction
        transaction.executeWithoutResult(status -> jdbc.query(
                SELECT + " and d.at >= ? and d.at < ? order by d.at, d.reference, d.number",
                row -> {
                    take.accept(recorded(row));
                },
                table,
                Timestamp.from(from),
                Timestamp.from(until)));
    }

    /** All evaluations for the cases by their reference, in the order of asking. */
    public Map<String, List<Recorded>> of(String table, Collection<String> references) {
        return jdbc
                .query(
                        SELECT + " and d.reference = any (?) order by d.reference, d.number",
                        (row, number) -> recorded(row),
                        table,
                        references.toArray(String[]::new))
                .stream()
                .collect(Collectors.groupingBy(Recorded::reference));
    }

    /** Those of the cases of which not everybody may know. */
    public Set<String> restricted(Collection<String> references) {
        return new HashSet<>(jdbc.queryForList(
                "select reference from insight_case where reference = any (?) and restricted_to is not null",
                String.class,
                (Object) references.toArray(String[]::new)));
    }

    private Recorded recorded(ResultSet row) throws SQLException {
        try {
            return new Recorded(
                    row.getString("reference"),
                    row.getInt("number"),
                    row.getBoolean("restricted"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("definition_id"),
                    json.readValue(row.getString("inputs"), VALUES),
                    Arrays.asList((String[]) row.getArray("rules").getArray()),
                    json.readValue(row.getString("outputs"), ANSWERS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A decision on file cannot be read", e);
        }
    }
}
