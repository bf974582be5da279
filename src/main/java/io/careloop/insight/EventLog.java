package io.careloop.insight;

import io.careloop.cases.Reader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What happened in the processes of many cases, event by event, for tools that mine processes. */
@Service
public class EventLog {

    private static final int FETCHED_AT_ONCE = 2000;

    private static final String SQL = """
            select v.reference, v.instance, v.definition, v.version, i.definition_id, v.node, v.type, v.entered_at,
                v.taken_at, v.left_at, v.cancelled, v.assignee, c.category, c.priority, c.channel, c.status, d.head
            from insight_case c
                join insight_visit v on v.reference = c.reference
                join insight_instance i on i.id = v.instance
                left join deadline_chain d on d.reference = c.reference
            where c.registered_at >= ? and c.registered_at < ? and (? or c.restricted_to is null)
                and v.type not in ('subProcess', 'sequenceFlow')
            order by c.registered_at, c.reference, v.number""";

    private final JdbcTemplate jdbc;
    private final DeployedModels models;
    private final TransactionTemplate transaction;

    EventLog(JdbcTemplate jdbc, DeployedModels models, TransactionTemplate transaction) {
        this.jdbc = new JdbcTemplate(jdbc.getDataSource());
        this.jdbc.setFetchSize(FETCHED_AT_ONCE);
        this.models = models;
        this.transaction = transaction;
    }

    /**
     * One visit of a node; events of a case come one after another, in the order of entering.
     *
     * @param name      of the node in the diagram
     * @param takenAt   when somebody took the task; null for other nodes
     * @param leftAt    null while it lasts
     * @param cancelled whether something else ended it
     * @param resource  user id of whoever had the task last; null for none
     * @param deadlineChainHead last hash over the facts of the case's deadlines: who has it sees a later edit
     */
    public record Entry(
            String reference,
            String category,
            String priority,
            String channel,
            String status,
            String definition,
            int version,
            String instance,
            String node,
            String name,
            String type,
            Instant enteredAt,
            Instant takenAt,
            Instant leftAt,
            boolean cancelled,
            String resource,
            String deadlineChainHead) {}

    /**
     * Gives all visits of cases that were registered in the period, however many there are, within one look at the
     * database. Restricted cases are left out for readers who may not see them.
     *
     * @param until not included
     */
    public void each(Instant from, Instant until, Reader reader, Consumer<Entry> take) {
        Map<String, Map<String, String>> names = namesOfNodes();
        // rows come part by part only within a transaction
        transaction.executeWithoutResult(status -> jdbc.query(
                SQL,
                row -> {
                    take.accept(entry(row, names));
                },
                Timestamp.from(from),
                Timestamp.from(until),
                CaseList.seesAll(reader)));
    }

    /** By definition. Outside of the transaction, which a diagram that was deleted would spoil. */
    private Map<String, Map<String, String>> namesOfNodes() {
        Map<String, Map<String, String>> names = new HashMap<>();
        jdbc.queryForList("select distinct definition_id from insight_instance", String.class)
                .forEach(definition -> names.put(definition, models.nodeNames(definition)));
        return names;
    }

    private Entry entry(ResultSet row, Map<String, Map<String, String>> names) throws SQLException {
        String node = row.getString("node");
        return new Entry(
                row.getString("reference"),
                row.getString("category"),
                row.getString("priority"),
                row.getString("channel"),
                row.getString("status"),
                row.getString("definition"),
                row.getInt("version"),
                row.getString("instance"),
                node,
                names.getOrDefault(row.getString("definition_id"), Map.of()).getOrDefault(node, node),
                row.getString("type"),
                instant(row, "entered_at"),
                instant(row, "taken_at"),
                instant(row, "left_at"),
                row.getBoolean("cancelled"),
                row.getString("assignee"),
                row.getString("head"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
