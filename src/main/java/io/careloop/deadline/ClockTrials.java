package io.careloop.deadline;

import io.careloop.deadline.ClockTrial.Known;
import io.careloop.deadline.TriedClock.Doubt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts clocks of the past again, from their facts, as if a calendar or their limits had been others. Pauses stay as they
 * were. Nothing changes by it.
 */
@Service
public class ClockTrials {

    private static final int FETCHED_AT_ONCE = 2000;
    /** Clocks whose cases are looked up together. */
    private static final int PART = 500;

    /** Norms of stages nobody follows, and silence begins anew with each word. */
    private static final String PERIOD = """
            c.started_at >= ? and c.started_at < ? and split_part(c.clock, '.', 1) not in ('stage', 'silence')""";

    private final JdbcTemplate jdbc;
    private final CalendarStore store;
    private final Calendars calendars;
    private final CasePolicies policies;
    private final TransactionTemplate transaction;
    private final Clock time;

    ClockTrials(
            JdbcTemplate jdbc,
            CalendarStore store,
            Calendars calendars,
            CasePolicies policies,
            TransactionTemplate transaction,
            Clock time) {
        this.jdbc = new JdbcTemplate(jdbc.getDataSource());
        this.jdbc.setFetchSize(FETCHED_AT_ONCE);
        this.store = store;
        this.calendars = calendars;
        this.policies = policies;
        this.transaction = transaction;
        this.time = time;
    }

    /** The calendar as each clock was counted by it, with this change on top. It applies from the day that it names. */
    public ClockTrial calendar(String name, CalendarDraft draft) {
        return new OtherCalendar(name, draft, store, time.instant());
    }

    /** What another table of service levels would have given the two clocks that every case has. */
    public ClockTrial limits(LevelsAsked levels) {
        return new OtherLimits(levels, policies, calendars);
    }

    /** @param until not included */
    public long count(Instant from, Instant until) {
        return jdbc.queryForObject(
                "select count(*) from deadline_clock c where " + PERIOD,
                Long.class,
                Timestamp.from(from),
                Timestamp.from(until));
    }

    /**
     * Gives every clock that started in the period, some at a time and however many, within one look at the database.
     *
     * @param until not included
     */
    public void each(ClockTrial trial, Instant from, Instant until, Consumer<List<TriedClock>> take) {
        Parts parts = new Parts(trial, take);
        // rows come part by part only within a transaction
        transaction.executeWithoutResult(status -> {
            jdbc.query("""
                    select c.reference, c.clock as of_clock, c.due_at, f.*
                    from deadline_clock c join deadline_fact f on f.reference = c.reference and f.clock = c.clock
                    where %s order by c.reference, c.clock, f.number""".formatted(PERIOD), parts::row, Timestamp.from(from), Timestamp.from(until));
            parts.end();
        });
    }

    private static Known known(String reference, ClockId id, Instant due, List<ClockFact> facts) {
        try {
            return new Known(reference, id, due, Replay.of(facts), facts);
        } catch (DateTimeException | IllegalArgumentException | NullPointerException e) {
            // somebody edited them so that they say nothing
            return new Known(reference, id, due, new Replay(null, null), facts);
        }
    }

    private TriedClock tried(ClockTrial trial, Known known) {
        boolean isTold = known.counting() != null
                && known.dueBy(calendars).getEpochSecond() == known.due().getEpochSecond();
        return isTold ? trial.of(known).at(time.instant()) : known.doubted(Doubt.FACTS);
    }

    /** Makes clocks of the rows of their facts, and parts of the clocks. */
    private final class Parts {

        private final ClockTrial trial;
        private final Consumer<List<TriedClock>> take;
        private final List<Known> part = new ArrayList<>();
        private final List<ClockFact> facts = new ArrayList<>();
        private String reference;
        private ClockId clock;
        private Instant due;

        Parts(ClockTrial trial, Consumer<List<TriedClock>> take) {
            this.trial = trial;
            this.take = take;
        }

        void row(ResultSet row) throws SQLException {
            String of = row.getString("reference");
            ClockId id = ClockId.parse(row.getString("of_clock"));
            if (!of.equals(reference) || !id.equals(clock)) {
                endClock();
                reference = of;
                clock = id;
                due = row.getTimestamp("due_at").toInstant();
            }
            facts.add(ClockRows.fact(row));
        }

        void end() {
            endClock();
            endPart();
        }

        private void endClock() {
            if (!facts.isEmpty()) {
                part.add(known(reference, clock, due, List.copyOf(facts)));
                facts.clear();
            }
            if (part.size() >= PART) {
                endPart();
            }
        }

        private void endPart() {
            trial.prepare(part.stream().map(Known::reference).distinct().toList());
            take.accept(part.stream().map(known -> tried(trial, known)).toList());
            part.clear();
        }
    }
}
