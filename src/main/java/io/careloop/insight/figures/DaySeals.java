package io.careloop.insight.figures;

import io.careloop.insight.Workers;
import io.careloop.insight.figures.Source.Cell;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds up days that are over and have changed, and then their months. That a day had changed is forgotten in the
 * transaction that adds it up, so that it stays to be done after a crash.
 */
@Service
public class DaySeals {

    private static final int MANY = 10_000;

    /** From here on it is worth it to work with as many workers as there are cores. */
    private static final int MANY_DAYS = 30;

    private final List<Source> sources;
    private final Sums sums;
    private final Days days;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private volatile boolean stopped;

    DaySeals(List<Source> sources, Sums sums, Days days, JdbcClient jdbc, TransactionTemplate transaction) {
        this.sources = sources;
        this.sums = sums;
        this.days = days;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Seals all that is over; while very many cases wait to be told, days would only have to be sealed again. */
    public void catchUp() {
        if (areManyUntold()) {
            return;
        }
        LocalDate today = days.today();
        if (areManyStale()) {
            Workers.share(worker -> sealDays(today), "Days were not added up; they wait for the next run");
        }
        sealDays(today);
        boolean more = true;
        while (more && !stopped) {
            more = Boolean.TRUE.equals(transaction.execute(status -> sealMonth(today)));
        }
    }

    public void stop() {
        stopped = true;
    }

    private boolean areManyUntold() {
        return jdbc.sql("select exists (select from insight_pending offset ?)")
                .param(MANY)
                .query(Boolean.class)
                .single();
    }

    private boolean areManyStale() {
        return jdbc.sql("select exists (select from insight_stale_day offset ?)")
                .param(MANY_DAYS)
                .query(Boolean.class)
                .single();
    }

    private void sealDays(LocalDate today) {
        boolean more = true;
        while (more && !stopped) {
            more = Boolean.TRUE.equals(transaction.execute(status -> sealDay(today)));
        }
    }

    /** Leaves days to others that they have at hand, whether they add them up or change what happened then. */
    private boolean sealDay(LocalDate today) {
        Optional<LocalDate> stale =
                jdbc.sql("""
                        delete from insight_stale_day where day = (
                            select day from insight_stale_day where day < ? order by day desc limit 1 for update skip locked)
                        returning day""").param(today).query(LocalDate.class).optional();
        stale.ifPresent(day -> {
            Map<Cell, Tally> cells = new HashMap<>();
            Wanted all = new Wanted(null, Slice.ALL, true, days.start(day), days.start(day.plusDays(1)));
            sources.forEach(source -> cells.putAll(source.gather(all)));
            sums.write(Sums.DAY, day, cells);
            jdbc.sql("delete from insight_summed_month where month = ?")
                    .param(day.withDayOfMonth(1))
                    .update();
        });
        return stale.isPresent();
    }

    private boolean sealMonth(LocalDate today) {
        Optional<LocalDate> open =
                jdbc.sql("""
                        select date_trunc('month', day)::date as month from insight_sum
                        where span = 'D' and day < date_trunc('month', ?::date)
                            and date_trunc('month', day)::date not in (select month from insight_summed_month)
                            and date_trunc('month', day)::date not in (
                                select date_trunc('month', s.day)::date from insight_stale_day s)
                        order by 1 desc limit 1""").param(today).query(LocalDate.class).optional();
        open.ifPresent(month -> {
            sums.write(Sums.MONTH, month, sums.cellsOf(month));
            jdbc.sql("insert into insight_summed_month (month) values (?)")
                    .param(month)
                    .update();
        });
        return open.isPresent();
    }
}
