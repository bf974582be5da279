package io.careloop.insight.figures;

import io.careloop.insight.figures.Source.Cell;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code insight_sum}: figures that are added up. */
@Repository
class Sums {

    static final String DAY = "D";
    static final String MONTH = "M";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    Sums(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Replaces what is there of that day or month. */
    void write(String span, LocalDate day, Map<Cell, Tally> cells) {
        jdbc.sql("delete from insight_sum where span = ? and day = ?")
                .params(span, day)
                .update();
        Map<Item, Tally> whole = new HashMap<>();
        cells.forEach((cell, tally) ->
                whole.computeIfAbsent(cell.item(), none -> new Tally()).add(tally));
        insert(cells.entrySet().stream()
                .map(cell -> row(span, day, false, cell.getKey(), cell.getValue()))
                .toList());
        insert(whole.entrySet().stream()
                .map(item -> row(span, day, true, new Cell(item.getKey(), "", "", ""), item.getValue()))
                .toList());
    }

    /** By the day that a row is of, or the first day of its month. */
    Map<LocalDate, Map<Item, Tally>> read(String span, String subject, Slice slice, List<LocalDate> days) {
        Map<LocalDate, Map<Item, Tally>> found = new HashMap<>();
        jdbc.sql("""
                select day, subject, version, item, counts, waits, works from insight_sum
                where span = :span and subject = :subject and whole = :whole and day = any (:days::date[])%s""".formatted(slice.conditions()))
                .param("span", span)
                .param("subject", subject)
                .param("whole", slice.isAll())
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .params(slice.params())
                .query(row -> {
                    found.computeIfAbsent(row.getObject("day", LocalDate.class), none -> new HashMap<>())
                            .computeIfAbsent(item(row), none -> new Tally())
                            .add(tally(row));
                });
        return found;
    }

    /** All cells of the days of a month. */
    Map<Cell, Tally> cellsOf(LocalDate month) {
        Map<Cell, Tally> cells = new HashMap<>();
        jdbc.sql("select * from insight_sum where span = 'D' and not whole and day >= ? and day < ?")
                .params(month, month.plusMonths(1))
                .query(row -> {
                    Cell cell = Cell.of(item(row), row);
                    cells.computeIfAbsent(cell, none -> new Tally()).add(tally(row));
                });
        return cells;
    }

    private void insert(List<Object[]> rows) {
        template.batchUpdate("""
                insert into insight_sum (span, day, subject, version, item, whole, category, team, channel, counts, waits, works)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    private static Object[] row(String span, LocalDate day, boolean whole, Cell cell, Tally tally) {
        return new Object[] {
            span,
            day,
            cell.item().subject(),
            cell.item().version(),
            cell.item().id(),
            whole,
            cell.category(),
            cell.team(),
            cell.channel(),
            tally.counts(),
            tally.waits().together().bytes(),
            tally.works().together().bytes()
        };
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(row.getString("subject"), row.getInt("version"), row.getString("item"));
    }

    private static Tally tally(ResultSet row) throws SQLException {
        Tally tally = new Tally();
        tally.add(VisitSource.numbers(row.getArray("counts")));
        tally.waits().add(PackedValues.of(row.getBytes("waits")));
        tally.works().add(PackedValues.of(row.getBytes("works")));
        return tally;
    }
}
