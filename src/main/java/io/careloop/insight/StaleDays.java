package io.careloop.insight;

import io.careloop.insight.CaseFact.CaseSeen;
import io.careloop.insight.figures.Days;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * {@code insight_stale_day}: days whose figures a told case changes. It comes before the rows are overwritten, since it
 * compares with what they were.
 */
@Component
@Order(10)
class StaleDays implements ReadModel {

    private final JdbcTemplate jdbc;
    private final Days days;
    private final InsightProperties properties;

    StaleDays(JdbcTemplate jdbc, Days days, InsightProperties properties) {
        this.jdbc = jdbc;
        this.days = days;
        this.properties = properties;
    }

    @Override
    public void clear() {
        jdbc.update("truncate insight_stale_day, insight_sum, insight_summed_month, insight_choice");
    }

    @Override
    public void tell(List<Retold> stories) {
        Set<LocalDate> stale = new TreeSet<>();
        Map<String, Before> before = before(stories);
        for (Retold retold : stories) {
            boolean moved = retold.story()
                    .line()
                    .map(line -> compare(line.file(), before.get(line.reference()), stale))
                    .orElse(false);
            retold.story().visits().stream()
                    .filter(visit -> moved || retold.isNew(visit.row()))
                    .forEach(visit -> add(stale, visit.leftAt()));
        }
        addThoseWhoMayHaveComeBack(stories, before, stale);
        mark(stale);
        keepChoices(stories);
    }

    /** @return whether all that happened in the case is counted elsewhere from now on */
    private boolean compare(CaseSeen file, Before before, Set<LocalDate> stale) {
        boolean moved = before != null && before.isCountedElsewhere(file);
        Instant answered = before == null ? null : before.firstResponseAt();
        if (moved || !Objects.equals(answered, file.firstResponseAt())) {
            add(stale, answered);
            add(stale, file.firstResponseAt());
        }
        add(stale, before == null ? null : before.closedAt());
        add(stale, file.closedAt());
        return moved;
    }

    /** A new case, or one of another kind, may say of an earlier one that it did not end with its answer. */
    private void addThoseWhoMayHaveComeBack(List<Retold> stories, Map<String, Before> before, Set<LocalDate> stale) {
        List<CaseSeen> changed = stories.stream()
                .flatMap(retold -> retold.story().line().stream())
                .filter(line -> before.get(line.reference()) == null
                        || before.get(line.reference()).isCountedElsewhere(line.file()))
                .map(CaseLine::file)
                .toList();
        if (!changed.isEmpty()) {
            jdbc.query(
                    "select distinct closed_at from insight_case where contact = any (?) and closed_at >= ?",
                    row -> {
                        add(stale, row.getTimestamp("closed_at").toInstant());
                    },
                    changed.stream().map(CaseSeen::contact).distinct().toArray(String[]::new),
                    Columns.time(changed.stream()
                            .map(CaseSeen::registeredAt)
                            .min(Instant::compareTo)
                            .orElseThrow()
                            .minus(properties.cameBackWithin())));
        }
    }

    /**
     * Holds each day, together with other workers: whoever adds it up waits for this transaction, and sees it. A day that
     * was taken up in between is marked again.
     */
    private void mark(Set<LocalDate> stale) {
        String[] days = stale.stream().map(LocalDate::toString).toArray(String[]::new);
        int held = 0;
        while (held < days.length) {
            jdbc.update("""
                    insert into insight_stale_day (day) select day from unnest(?::date[]) as s(day) order by day
                    on conflict (day) do nothing""", (Object) days);
            held = jdbc.queryForList(
                            "select day from insight_stale_day where day = any (?::date[]) order by day for key share",
                            LocalDate.class,
                            (Object) days)
                    .size();
        }
    }

    private void keepChoices(List<Retold> stories) {
        List<Object[]> choices = stories.stream()
                .flatMap(retold -> retold.story().line().stream())
                .flatMap(line -> Stream.of(
                        List.of("category", Objects.toString(line.file().category(), "")),
                        List.of("team", Objects.toString(line.file().team(), "")),
                        List.of("channel", line.file().channel())))
                .filter(choice -> !choice.get(1).isEmpty())
                .distinct()
                .map(List::toArray)
                .toList();
        jdbc.batchUpdate("insert into insight_choice (kind, value) values (?, ?) on conflict do nothing", choices);
    }

    private void add(Set<LocalDate> stale, Instant at) {
        if (at != null) {
            stale.add(days.of(at));
        }
    }

    private Map<String, Before> before(List<Retold> stories) {
        Map<String, Before> found = new HashMap<>();
        jdbc.query(
                "select * from insight_case where reference = any (?)",
                row -> {
                    found.put(
                            row.getString("reference"),
                            new Before(
                                    row.getString("category"),
                                    row.getString("team"),
                                    row.getString("channel"),
                                    instant(row.getTimestamp("first_response_at")),
                                    instant(row.getTimestamp("closed_at"))));
                },
                (Object)
                        stories.stream().map(retold -> retold.story().subject()).toArray(String[]::new));
        return found;
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /** What the row of a case said until now. */
    private record Before(String category, String team, String channel, Instant firstResponseAt, Instant closedAt) {

        boolean isCountedElsewhere(CaseSeen file) {
            return !Objects.equals(category, file.category())
                    || !Objects.equals(team, file.team())
                    || !Objects.equals(channel, file.channel());
        }
    }
}
