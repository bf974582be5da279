package io.careloop.insight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.engine.HistoryFact.DecisionMade;
import io.careloop.insight.CaseStory.Told;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the engine did: {@code insight_instance}, {@code insight_decision} and {@code insight_incident}. */
@Component
class ProcessModel implements ReadModel {

    private static final Columns INSTANCES = new Columns(
            "insight_instance",
            List.of("id"),
            List.of(
                    "reference",
                    "definition",
                    "version",
                    "definition_id",
                    "called_by",
                    "started_at",
                    "ended_at",
                    "state"));

    private static final Columns DECISIONS = new Columns(
            "insight_decision",
            List.of("reference", "number"),
            List.of("definition", "definition_id", "node", "at", "inputs", "rules", "outputs"));

    private static final Columns INCIDENTS = new Columns(
            "insight_incident",
            List.of("id"),
            List.of(
                    "reference",
                    "instance",
                    "definition",
                    "version",
                    "node",
                    "type",
                    "message",
                    "opened_at",
                    "closed_at"));

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    ProcessModel(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void clear() {
        jdbc.update("truncate insight_instance, insight_decision, insight_incident");
    }

    @Override
    public void tell(List<Retold> stories) {
        INSTANCES.write(jdbc, ReadModel.newRows(stories, CaseStory::instances, InstanceRun::row, ProcessModel::row));
        DECISIONS.write(jdbc, ReadModel.newRows(stories, CaseStory::decisions, Told::row, this::row));
        INCIDENTS.write(jdbc, ReadModel.newRows(stories, CaseStory::incidents, IncidentRun::row, ProcessModel::row));
    }

    private static Object[] row(String reference, InstanceRun run) {
        return new Object[] {
            run.id(),
            reference,
            run.definition(),
            run.version(),
            run.definitionId(),
            run.calledBy(),
            Columns.time(run.startedAt()),
            Columns.time(run.endedAt()),
            run.state()
        };
    }

    private Object[] row(String reference, Told<DecisionMade> told) {
        DecisionMade decision = told.fact();
        return new Object[] {
            reference,
            told.number(),
            decision.table(),
            decision.definitionId(),
            decision.node(),
            Columns.time(decision.at()),
            Columns.json(text(decision.inputs())),
            decision.rules().toArray(String[]::new),
            Columns.json(text(decision.outputs()))
        };
    }

    private static Object[] row(String reference, IncidentRun run) {
        return new Object[] {
            run.id(),
            reference,
            run.instance(),
            run.definition(),
            run.version(),
            run.node(),
            run.type(),
            run.message(),
            Columns.time(run.openedAt()),
            Columns.time(run.closedAt())
        };
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
