package io.careloop.insight;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** {@code insight_visit}, one row a visit of a node. */
@Component
class VisitModel implements ReadModel {

    private static final Columns TABLE = new Columns(
            "insight_visit",
            List.of("reference", "number"),
            List.of(
                    "instance",
                    "definition",
                    "version",
                    "node",
                    "type",
                    "round",
                    "entered_at",
                    "taken_at",
                    "left_at",
                    "cancelled",
                    "assignee",
                    "offered_to",
                    "wait_ms",
                    "work_ms",
                    "failed",
                    "breached",
                    "unfinished"));

    private final JdbcTemplate jdbc;

    VisitModel(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void clear() {
        jdbc.update("truncate insight_visit");
    }

    @Override
    public void tell(List<Retold> stories) {
        TABLE.write(jdbc, ReadModel.newRows(stories, CaseStory::visits, Visit::row, VisitModel::row));
    }

    private static Object[] row(String reference, Visit visit) {
        return new Object[] {
            reference,
            visit.number(),
            visit.instance(),
            visit.definition(),
            visit.version(),
            visit.node(),
            visit.type(),
            visit.round(),
            Columns.time(visit.enteredAt()),
            Columns.time(visit.takenAt()),
            Columns.time(visit.leftAt()),
            visit.cancelled(),
            visit.assignee(),
            visit.offeredTo(),
            visit.waitMillis(),
            visit.workMillis(),
            visit.failed(),
            visit.breached(),
            visit.unfinished()
        };
    }
}
