package io.careloop.deadline;

import io.careloop.engine.OneCommand;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings changed calendars to the clocks that run, some cases at a time, each part in a transaction of its own that also
 * keeps which clocks it has looked at. Whatever cuts it off, and however many work at it, the rest is found by the next run.
 */
@Service
public class CalendarRecounts {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarRecounts.class);

    /** Clocks of one part: few enough that nobody waits long for a case, many enough that commits cost little. */
    private static final int PART = 200;

    private final RecountStore store;
    private final ClockRecounts clocks;
    private final CalendarStore calendars;
    private final OneCommand engine;
    private final TransactionTemplate transaction;
    private final Clock time;

    private volatile boolean stopped;

    CalendarRecounts(
            RecountStore store,
            ClockRecounts clocks,
            CalendarStore calendars,
            OneCommand engine,
            TransactionTemplate transaction,
            Clock time) {
        this.store = store;
        this.clocks = clocks;
        this.calendars = calendars;
        this.engine = engine;
        this.transaction = transaction;
        this.time = time;
    }

    /** Of the newest revision; empty if it has no clock to reach. */
    public Optional<RecountProgress> progressOf(String calendar, int revision) {
        Optional<RecountProgress> progress = store.progressOf(calendar, revision);
        if (progress.isPresent()) {
            return progress;
        }
        int waiting = store.notReached(calendar, revision);
        return waiting == 0
                ? Optional.empty()
                : Optional.of(new RecountProgress(revision, waiting, 0, 0, 0, 0, null, null));
    }

    /**
     * Until nothing is left, or only what others are at work on.
     *
     * @param fromEnd whether to begin with the last cases, for two that share the work
     */
    void run(boolean fromEnd) {
        calendars.newest().forEach((calendar, revision) -> {
            if (!stopped && revision > 1) {
                run(calendar, revision, fromEnd);
            }
        });
    }

    /** After the part in hand. */
    void stop() {
        stopped = true;
    }

    private void run(String calendar, int revision, boolean fromEnd) {
        int waiting = store.notReached(calendar, revision);
        if (waiting == 0) {
            // whoever was at work on the last part may have been cut off before saying so
            store.finish(calendar, revision, time.instant());
            return;
        }
        store.begin(calendar, revision, waiting, time.instant());
        List<CalendarRevision> revisions = calendars.revisions(calendar, revision);
        Set<String> failed = new HashSet<>();
        while (!stopped && part(revisions, fromEnd, failed, PART)) {
            LOG.debug("Calendar {}: another part was counted anew", calendar);
        }
        if (store.notReached(calendar, revision) == 0) {
            store.finish(calendar, revision, time.instant());
            LOG.info("Calendar {}: revision {} has reached every clock that runs", calendar, revision);
        }
    }

    /** Whether there was anything to do. A part that fails is done case by case. */
    private boolean part(List<CalendarRevision> revisions, boolean fromEnd, Set<String> failed, int most) {
        List<String> picked = new ArrayList<>();
        try {
            transaction.executeWithoutResult(status -> {
                CalendarRevision newest = newest(revisions);
                picked.addAll(store.pick(newest.calendar(), newest.number(), fromEnd, failed, most));
                recount(revisions, picked);
            });
        } catch (RuntimeException e) {
            LOG.debug("A part could not be counted anew at once", e);
            picked.forEach(reference -> alone(revisions, reference, failed));
        }
        return !picked.isEmpty();
    }

    private void alone(List<CalendarRevision> revisions, String reference, Set<String> failed) {
        try {
            transaction.executeWithoutResult(status -> recount(revisions, List.of(reference)));
        } catch (RuntimeException e) {
            failed.add(reference);
            LOG.warn("The clocks of {} could not be counted anew; the next run tries again", reference, e);
        }
    }

    private void recount(List<CalendarRevision> revisions, List<String> references) {
        if (references.isEmpty()) {
            return;
        }
        CalendarRevision newest = newest(revisions);
        Map<String, Map<ClockId, Integer>> considered =
                store.considered(references, newest.calendar(), newest.number());
        Tally tally = engine.ask(() -> clocks.recount(considered, revisions));
        store.reached(references, newest.calendar(), newest.number());
        store.count(newest.calendar(), newest.number(), tally);
    }

    private static CalendarRevision newest(List<CalendarRevision> revisions) {
        return revisions.get(revisions.size() - 1);
    }
}
