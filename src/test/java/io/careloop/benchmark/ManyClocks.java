package io.careloop.benchmark;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.ClockId;
import io.careloop.deadline.ClockKind;
import io.careloop.deadline.ClockStart;
import io.careloop.deadline.Clocks;
import io.careloop.deadline.DeadlineClock;
import io.careloop.deadline.DeadlineClock.ClockType;
import io.careloop.deadline.Limit;
import io.careloop.deadline.Threshold;
import io.careloop.support.CaseWalk;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases with many clocks, made by the product's own services, and what became of the clocks. */
@Component
class ManyClocks {

    private static final String PROCESS = "benchmark-promise";

    /** The silence of a case is short: depending on the time of day, a change of the night does not concern it. */
    private static final String MOVING = "c.watched_by is not null and c.clock <> 'silence'";

    private static final List<Threshold> THRESHOLDS = List.of(threshold(50), threshold(100));

    private final CaseWalk walk;
    private final Clocks clocks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    ManyClocks(
            CaseWalk walk,
            Clocks clocks,
            RuntimeService runtime,
            RepositoryService repository,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.walk = walk;
        this.clocks = clocks;
        this.runtime = runtime;
        this.repository = repository;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** Each with four clocks that the engine's timers follow, due in a week or so, all counted in opening hours. */
    void make(int cases) throws Exception {
        repository
                .createDeployment()
                .addClasspathResource("benchmark/benchmark-promise.bpmn")
                .deploy();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<?>> made = IntStream.range(0, cases)
                .<Future<?>>mapToObj(number -> threads.submit(() -> make("many-%d@example.org".formatted(number))))
                .toList();
        for (Future<?> one : made) {
            one.get();
        }
        threads.shutdown();
        // their acknowledgements are another matter
        jdbc.sql("delete from notification_outbox").update();
        jdbc.sql("vacuum analyze").update();
    }

    private void make(String contact) {
        CaseReference reference = walk.triaged(contact, "My parcel has not arrived");
        transaction.executeWithoutResult(status -> {
            clocks.decide(reference, ClockId.FIRST_RESPONSE, business("PT30H"), "manager", "for the benchmark");
            clocks.decide(reference, ClockId.RESOLUTION, business("PT60H"), "manager", "for the benchmark");
            Instant now = Instant.now();
            promise(reference, 1, new ClockStart(business("PT40H"), now, null, PROCESS, THRESHOLDS));
            promise(reference, 2, new ClockStart(business("PT50H"), now, null, PROCESS, THRESHOLDS));
        });
    }

    /** Some cases have another promise each, due one after another within a minute from then. */
    void promiseAll(int number, int cases, Instant from) {
        List<String> references = jdbc.sql("select reference from cases_case order by reference limit ?")
                .param(cases)
                .query(String.class)
                .list();
        Instant now = Instant.now();
        for (int i = 0; i < cases; i++) {
            CaseReference reference = CaseReference.of(references.get(i));
            Limit limit = new Limit(Duration.between(now, from.plusMillis(60_000L * i / cases)), ClockType.ELAPSED);
            ClockStart start = new ClockStart(limit, now, null, PROCESS, List.of(threshold(100)));
            transaction.executeWithoutResult(status -> promise(reference, number, start));
        }
    }

    private void promise(CaseReference reference, int number, ClockStart start) {
        DeadlineClock clock = clocks.start(reference, ClockId.of(ClockKind.PROMISE, number), start);
        runtime.startProcessInstanceByKey(
                PROCESS,
                reference.value(),
                Map.of(
                        "clockSubject", String.valueOf(number),
                        "promiseDue", Date.from(clock.dueAt()),
                        "promiseNotice", Date.from(clock.timerAt())));
    }

    /** Those that a timer follows and that each of the changes moves. */
    int running() {
        return count("select count(*) from deadline_clock c where c.stopped_at is null and " + MOVING);
    }

    int notReached(int revision) {
        return count("""
                select count(*) from deadline_clock
                where stopped_at is null and greatest(calendar_revision, considered_revision) < %d""".formatted(revision));
    }

    /** Clocks that moved by the revision, and how often they did together. */
    int[] counted(int revision) {
        String facts = """
                from deadline_fact f join deadline_clock c on c.reference = f.reference and c.clock = f.clock
                where %s and f.what = 'recounted' and f.data like '%%"revision":"%d"%%'""".formatted(MOVING, revision);
        return new int[] {
            count("select count(*) from (select distinct f.reference, f.clock %s) one".formatted(facts)),
            count("select count(*) " + facts)
        };
    }

    /** Clocks of which no timer of the engine is due when it should be. */
    int withoutTimer() {
        return jdbc.sql("""
                        select count(*) from deadline_clock c
                        where c.stopped_at is null and c.watched_by is not null and c.next_notice_at is not null
                            and not exists (
                                select 1 from act_ru_job j
                                join act_ru_execution e on e.id_ = j.process_instance_id_
                                where e.business_key_ = c.reference and j.retries_ > 0
                                    and j.duedate_ = date_trunc('milliseconds', c.next_notice_at at time zone ?))""")
                .param(ZoneId.systemDefault().getId())
                .query(Integer.class)
                .single();
    }

    int told(int number) {
        return count(
                "select count(*) from deadline_fact where what = 'told' and clock = 'promise.%d'".formatted(number));
    }

    int casesWithNotice() {
        return count("select count(distinct reference) from notification_outbox where template = 'deadline-missed'");
    }

    /** Those who have more or fewer notices of a missed deadline of a case than there were such deadlines. */
    int peopleNotTold(int deadlines) {
        return count("""
                select count(*) from (
                    select reference, address from notification_outbox where template = 'deadline-missed'
                    group by reference, address having count(*) <> %d) wrong""".formatted(deadlines));
    }

    /** Milliseconds from when each promise of the number was due until it was told, in rising order. */
    List<Long> lateness(int number) {
        return jdbc.sql("""
                        select (extract(epoch from f.at - c.due_at) * 1000)::bigint as late
                        from deadline_fact f join deadline_clock c on c.reference = f.reference and c.clock = f.clock
                        where f.what = 'told' and f.clock = ? order by late""").param("promise." + number).query(Long.class).list();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private static Limit business(String limit) {
        return Limit.of(limit, ClockType.BUSINESS);
    }

    private static Threshold threshold(int percent) {
        return new Threshold(percent, List.of("owner"), null, false);
    }
}
