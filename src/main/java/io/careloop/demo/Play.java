package io.careloop.demo;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseStatus;
import io.careloop.cases.Channel;
import io.careloop.demo.Agenda.Entry;
import io.careloop.demo.process.Workplace;
import io.careloop.demo.process.Workplace.Timer;
import io.careloop.demo.process.Workplace.Work;
import io.careloop.engine.MovableClock;
import io.careloop.resolution.ServiceRequests;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Plays stories side by side, one happening after the other in the order of time: what the engine does at its time, and
 * what people do. After each happening the case is looked at, and what people do about it is planned.
 */
@Component
@Profile("demo")
class Play {

    private static final Logger LOG = LoggerFactory.getLogger(Play.class);

    private final MovableClock clock;
    private final Workplace workplace;
    private final Clerks clerks;
    private final Customers customers;
    private final ServiceRequests requests;
    private final CaseFiles cases;

    Play(
            MovableClock clock,
            Workplace workplace,
            Clerks clerks,
            Customers customers,
            ServiceRequests requests,
            CaseFiles cases) {
        this.clock = clock;
        this.workplace = workplace;
        this.clerks = clerks;
        this.customers = customers;
        this.requests = requests;
        this.cases = cases;
    }

    /**
     * Moves the clock; the caller puts it right afterwards.
     *
     * @param stories  the earliest first
     * @param end      tells up to when to play; what would come later stays undone
     * @param progress hears of each instant that was reached
     * @return how many happenings failed
     */
    int run(List<Story> stories, Supplier<Instant> end, Consumer<Instant> progress) {
        Agenda agenda = new Agenda();
        Map<CaseReference, Story> known = new HashMap<>();
        stories.forEach(story -> agenda.add(story.opening().at(), at -> {
            open(story, at, agenda);
            known.put(story.reference(), story);
        }));
        clock.moveTo(stories.get(0).opening().at());
        int failed = 0;
        for (Entry next = next(agenda, known, end.get()); next != null; next = next(agenda, known, end.get())) {
            // time may have gone on by itself meanwhile, and it never goes back
            if (next.at().isAfter(clock.instant())) {
                clock.moveTo(next.at());
            }
            try {
                next.happening().accept(clock.instant());
            } catch (RuntimeException e) {
                failed++;
                LOG.warn("Part of the demonstration could not be played", e);
            }
            progress.accept(next.at());
        }
        return failed;
    }

    /** What comes first: something that the engine does, or something that people do. */
    private Entry next(Agenda agenda, Map<CaseReference, Story> known, Instant end) {
        Optional<Timer> timer =
                workplace.nextTimer(agenda.first().filter(end::isAfter).orElse(end));
        return timer.isPresent()
                ? new Entry(timer.get().at(), 0, at -> fire(timer.get(), known, at, agenda))
                : agenda.next(end);
    }

    private void fire(Timer timer, Map<CaseReference, Story> known, Instant at, Agenda agenda) {
        workplace.fire(timer);
        Story story = known.get(timer.reference());
        if (story != null) {
            look(story, at, agenda);
        }
    }

    private void open(Story story, Instant at, Agenda agenda) {
        story.opened(story.opening().channel() == Channel.PHONE ? clerks.takeCall(story) : customers.ask(story));
        customers.plan(story, at, plansOf(story, agenda));
        look(story, at, agenda);
    }

    private Plans plansOf(Story story, Agenda agenda) {
        return (at, deed) -> agenda.add(at, reached -> {
            deed.run();
            look(story, reached, agenda);
        });
    }

    /** Plans what people do about what the case has come to. */
    private void look(Story story, Instant now, Agenda agenda) {
        Plans plans = plansOf(story, agenda);
        for (Work work : workplace.tasksOf(story.reference(), story::plan)) {
            plans.add(clerks.doneAt(work, story, now), () -> clerks.work(work, story));
        }
        requests.openQuestion(story.reference())
                .filter(question -> story.plan("question/" + question.askedAt()))
                .ifPresent(question ->
                        plans.add(customers.answersAt(story, now), () -> customers.answer(story, question)));
        CaseStatus status = cases.get(story.reference()).status();
        if (story.cameTo(status) && status == CaseStatus.CLOSED) {
            customers.afterwards(story, now, plans);
        }
    }
}
