package io.careloop.demo;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseStatus;
import io.careloop.cases.Channel;
import io.careloop.demo.process.Workplace;
import io.careloop.demo.process.Workplace.Timer;
import io.careloop.demo.process.Workplace.Work;
import io.careloop.engine.MovableClock;
import io.careloop.resolution.ServiceRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Plays stories side by side, one happening after the other in the order of time: what the engine does at its time, and
 * what people do. Once the engine has nothing left to do, the cases that something happened to are looked at, and what
 * people do about it is planned.
 */
@Component
@Profile("demo")
class Play {

    private static final Logger LOG = LoggerFactory.getLogger(Play.class);
    private static final Duration APART = Duration.ofMillis(50);
    private static final Duration PONDERED = Duration.ofHours(3);
    private static final int TRIES = 6;

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
     * @param stories  at least one, the earliest first
     * @param end      up to when to play; what would come later stays undone
     * @param progress hears of each instant that was reached
     * @return how many happenings failed
     */
    int run(List<Story> stories, Instant end, Consumer<Instant> progress) {
        clock.stopAt(stories.get(0).opening().at());
        Course course = new Course(stories, end);
        while (course.goesOn()) {
            progress.accept(clock.instant());
        }
        return course.failed;
    }

    /** One play. */
    private final class Course {

        private final Agenda agenda = new Agenda();
        private final Map<CaseReference, Story> known = new HashMap<>();
        private final Set<Story> touched = new LinkedHashSet<>();
        private final Instant end;
        private int failed;

        Course(List<Story> stories, Instant end) {
            this.end = end;
            stories.forEach(story -> agenda.add(story.opening().at(), () -> open(story)));
        }

        /** @return false if nothing is left to happen */
        boolean goesOn() {
            Optional<Timer> timer =
                    workplace.nextTimer(agenda.first().filter(end::isAfter).orElse(end));
            if (timer.isPresent()) {
                happens(timer.get().at(), () -> fire(timer.get()));
                return true;
            }
            if (!touched.isEmpty()) {
                List<Story> changed = List.copyOf(touched);
                touched.clear();
                changed.forEach(this::look);
                return true;
            }
            Optional<Agenda.Entry> next = agenda.next(end);
            next.ifPresent(entry -> happens(entry.at(), entry.happening()));
            return next.isPresent();
        }

        /** No two happenings have the same time, so that whatever sorts by time tells them in their order. */
        private void happens(Instant at, Runnable happening) {
            Instant earliest = clock.instant().plus(APART);
            clock.stopAt(at.isAfter(earliest) ? at : earliest);
            try {
                happening.run();
            } catch (RuntimeException e) {
                failed++;
                LOG.warn("Part of the demonstration could not be played", e);
            }
        }

        private void fire(Timer timer) {
            Optional.ofNullable(known.get(timer.reference())).ifPresent(touched::add);
            workplace.fire(timer);
        }

        private void open(Story story) {
            story.opened(story.opening().channel() == Channel.PHONE ? clerks.takeCall(story) : customers.ask(story));
            known.put(story.reference(), story);
            customers.plan(story, clock.instant(), plansOf(story));
            touched.add(story);
        }

        private Plans plansOf(Story story) {
            return (at, deed) -> agenda.add(at, () -> {
                touched.add(story);
                deed.run();
            });
        }

        /** Plans what people do about what the case has come to. */
        private void look(Story story) {
            Instant now = clock.instant();
            Plans plans = plansOf(story);
            workplace.tasksOf(story.reference(), story::plan).forEach(work -> plan(work, story, now, TRIES));
            requests.openQuestion(story.reference())
                    .filter(question -> story.plan("question/" + question.askedAt()))
                    .ifPresent(question ->
                            plans.add(customers.answersAt(story, now), () -> customers.answer(story, question)));
            CaseStatus status = cases.get(story.reference()).status();
            if (story.cameTo(status) && status == CaseStatus.CLOSED) {
                customers.afterwards(story, now, plans);
            }
        }

        /** What is refused, for instance as long as an approval is missing, is tried again some hours later. */
        private void plan(Work work, Story story, Instant from, int tries) {
            plansOf(story).add(clerks.doneAt(work, story, from), () -> {
                if (!clerks.work(work, story) && tries > 1) {
                    plan(work, story, clock.instant().plus(PONDERED), tries - 1);
                }
            });
        }
    }
}
