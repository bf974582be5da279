package io.careloop.deadline;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.deadline.DeadlineClock.ClockType;
import io.careloop.deadline.Promise.Source;
import io.careloop.notification.OutboundWords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Promises to customers: a text, a date, and a clock that ends with it. A process watches each: it reminds the owner
 * before, and lets a case climb whose promise is broken. A promise that is kept later stays broken.
 */
@Service
public class Promises {

    /** Key of the process that watches a promise. */
    public static final String PROCESS = "promise";

    private static final int LONGEST_TEXT = 1000;

    private final PromiseStore store;
    private final CaseFiles cases;
    private final Clocks clocks;
    private final PromiseWatch watch;
    private final OutboundWords outbound;
    private final Timeline timeline;
    private final WorkingTime workingTime;
    private final PromiseProperties properties;
    private final Clock time;

    Promises(
            PromiseStore store,
            CaseFiles cases,
            Clocks clocks,
            PromiseWatch watch,
            OutboundWords outbound,
            Timeline timeline,
            WorkingTime workingTime,
            PromiseProperties properties,
            Clock time) {
        this.store = store;
        this.cases = cases;
        this.clocks = clocks;
        this.watch = watch;
        this.outbound = outbound;
        this.timeline = timeline;
        this.workingTime = workingTime;
        this.properties = properties;
        this.time = time;
    }

    /**
     * Somebody of the staff gave their word.
     *
     * @param text what is promised, as the customer reads it; null for nothing
     * @param day  by the end of which it is kept; null for none
     */
    @Transactional
    public Outcome make(CaseReference reference, String text, LocalDate day, String actor) {
        return make(reference, text, endOf(day), actor);
    }

    /** A diagram promises something on behalf of the house, within a limit that counts from now on. */
    @Transactional
    public Outcome makeWithin(CaseReference reference, String text, Limit limit, String actor) {
        return make(reference, text, dueAfter(now(), limit), actor);
    }

    private Outcome make(CaseReference reference, String text, Instant due, String actor) {
        Optional<String> refusal = text == null || text.isBlank()
                ? Optional.of("promise-text")
                : text.length() > LONGEST_TEXT ? Optional.of("promise-too-long") : outbound.refusalOf(reference, text);
        return refusal.<Outcome>map(Outcome.Refused::new).orElseGet(() -> {
            cases.lock(reference);
            int number = store.of(reference).size() + 1;
            return make(reference, number, text.strip(), due, Source.STAFF, actor);
        });
    }

    /** The customer accepted a solution with a date; it takes the place of an earlier solution that is not in place. */
    @Transactional
    public Outcome makeOfSolution(CaseReference reference, String solution, LocalDate day, String actor) {
        cases.lock(reference);
        List<Promise> before = store.of(reference);
        before.stream()
                .filter(promise -> promise.isOpen() && promise.source() == Source.SOLUTION)
                .forEach(earlier -> end(earlier, now()));
        return make(reference, before.size() + 1, solution, endOf(day), Source.SOLUTION, actor);
    }

    /** The solution is in place, and so what was promised with it. */
    @Transactional
    public void keepThoseOfSolutions(CaseReference reference, String actor) {
        store.keepAll(reference, Source.SOLUTION, actor, now()).forEach(promise -> kept(promise, actor));
    }

    /** @return false if there is none of the number that waits to be kept */
    @Transactional
    public boolean keep(CaseReference reference, int number, String actor) {
        Optional<Promise> kept = store.keep(reference, number, actor, now());
        kept.ifPresent(promise -> kept(promise, actor));
        return kept.isPresent();
    }

    private void kept(Promise promise, String actor) {
        endClock(promise.reference(), promise.number());
        Kind how = promise.brokenAt() == null ? Kind.PROMISE_KEPT : Kind.PROMISE_KEPT_LATE;
        timeline.tell(promise.reference(), how, actor, promise.text());
    }

    /** It is due and was not kept; a second time does nothing. */
    @Transactional
    public void breach(CaseReference reference, int number) {
        if (store.breach(reference, number, now())) {
            timeline.note(reference, Kind.PROMISE_BROKEN, Actors.SYSTEM, textOf(reference, number));
        }
    }

    /** The case is over: nobody waits for what has not been kept. */
    @Transactional
    public void drop(CaseReference reference) {
        store.of(reference).stream().filter(Promise::isOpen).forEach(promise -> end(promise, now()));
    }

    /** In the order in which they were made. */
    public List<Promise> of(CaseReference reference) {
        return store.of(reference);
    }

    public Optional<Promise> find(CaseReference reference, int number) {
        return store.find(reference, number);
    }

    /** How promises made from one instant to before another were kept, by the stage in which they were made. */
    public List<PromiseCount> countByStage(Instant from, Instant to) {
        return store.countByStage(from, to).stream()
                .sorted(Comparator.comparing(PromiseCount::stage))
                .toList();
    }

    private Instant endOf(LocalDate day) {
        return day == null
                ? null
                : day.atTime(properties.dayEnds()).atZone(workingTime.zone()).toInstant();
    }

    private Instant dueAfter(Instant start, Limit limit) {
        return limit.amount() instanceof Period days
                ? workingTime.plusDays(start, days.getDays())
                : limit.type() == ClockType.BUSINESS
                        ? workingTime.plus(start, Duration.from(limit.amount()))
                        : start.plus(limit.amount());
    }

    private Outcome make(CaseReference reference, int number, String text, Instant due, Source source, String actor) {
        CaseFile file = cases.get(reference);
        Instant now = now();
        if (file.status().isOver()) {
            return new Outcome.Refused("promise-case-over");
        }
        if (due == null || !due.isAfter(now)) {
            return new Outcome.Refused("promise-date");
        }
        Promise promise =
                new Promise(reference, number, text, due, file.stage(), source, now, actor, null, null, null, null);
        store.add(promise);
        watch.start(reference, number, clocks.start(reference, ClockId.of(ClockKind.PROMISE, number), start(promise)));
        timeline.tell(reference, Kind.PROMISE_MADE, actor, text);
        return new Outcome.Made(promise);
    }

    private static ClockStart start(Promise promise) {
        return ClockStart.until(promise.dueAt(), promise.madeAt(), PROCESS);
    }

    private void end(Promise promise, Instant at) {
        store.drop(promise.reference(), promise.number(), at);
        endClock(promise.reference(), promise.number());
    }

    private void endClock(CaseReference reference, int number) {
        clocks.stopUnwatched(reference, ClockId.of(ClockKind.PROMISE, number));
        watch.end(reference, number);
    }

    private String textOf(CaseReference reference, int number) {
        return store.find(reference, number).orElseThrow().text();
    }

    /** To the second: the limit of the clock is one between two such instants. */
    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** What became of a promise that somebody wanted to make. */
    public sealed interface Outcome {

        record Made(Promise promise) implements Outcome {}

        /** @param code key of the sentence for the reader, {@code refusal.<code>} in the message bundle */
        record Refused(String code) implements Outcome {}
    }
}
