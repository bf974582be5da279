package io.careloop.insight.figures;

import io.careloop.insight.figures.Source.Cell;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Answers a period from months and days that are sealed, and from the rows for today and days that have changed. */
@Service
class Figures {

    private final List<Source> sources;
    private final Sums sums;
    private final Days days;
    private final JdbcClient jdbc;

    Figures(List<Source> sources, Sums sums, Days days, JdbcClient jdbc) {
        this.sources = sources;
        this.sums = sums;
        this.days = days;
        this.jdbc = jdbc;
    }

    /** All that is known of a subject in the period. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Map<Item, Tally> of(String subject, Period period, Slice slice) {
        Map<Item, Tally> all = new HashMap<>();
        read(subject, period, slice, true).values().forEach(found -> add(all, found));
        return all;
    }

    /** The same day by day; a day without any is left out. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Map<LocalDate, Map<Item, Tally>> daily(String subject, Period period, Slice slice) {
        return read(subject, period, slice, false);
    }

    private Map<LocalDate, Map<Item, Tally>> read(String subject, Period period, Slice slice, boolean byMonths) {
        Set<LocalDate> stale = new HashSet<>(jdbc.sql("select day from insight_stale_day where day between ? and ?")
                .params(period.from(), period.to())
                .query(LocalDate.class)
                .list());
        List<LocalDate> months = byMonths ? sealedMonths(period) : List.of();
        List<LocalDate> sealed = new ArrayList<>();
        Map<LocalDate, Map<Item, Tally>> found = new TreeMap<>();
        LocalDate today = days.today();
        for (LocalDate day = period.from(); day.isBefore(period.end()) && !day.isAfter(today); day = day.plusDays(1)) {
            if (stale.contains(day) || day.equals(today)) {
                found.put(day, live(subject, slice, day));
            } else if (!months.contains(day.withDayOfMonth(1))) {
                sealed.add(day);
            }
        }
        sums.read(Sums.DAY, subject, slice, sealed).forEach(found::put);
        sums.read(Sums.MONTH, subject, slice, months)
                .forEach((month, items) -> add(found.computeIfAbsent(month, none -> new HashMap<>()), items));
        return found;
    }

    /** Those that are in the period as a whole, and in which nothing has changed since. */
    private List<LocalDate> sealedMonths(Period period) {
        return jdbc.sql("""
                        select month from insight_summed_month
                        where month >= ? and month + interval '1 month' <= ? and not exists (
                            select from insight_stale_day where day >= month and day < month + interval '1 month')""")
                .params(period.from(), period.end())
                .query(LocalDate.class)
                .list();
    }

    private Map<Item, Tally> live(String subject, Slice slice, LocalDate day) {
        Map<Item, Tally> items = new HashMap<>();
        sources.stream().filter(source -> source.knows(subject)).forEach(source -> {
            Map<Cell, Tally> cells =
                    source.gather(new Wanted(subject, slice, false, days.start(day), days.start(day.plusDays(1))));
            cells.forEach((cell, tally) ->
                    items.computeIfAbsent(cell.item(), none -> new Tally()).add(tally));
        });
        return items;
    }

    private static void add(Map<Item, Tally> all, Map<Item, Tally> more) {
        more.forEach(
                (item, tally) -> all.computeIfAbsent(item, none -> new Tally()).add(tally));
    }
}
