package io.careloop.demo;

import io.careloop.cases.CaseFiles;
import io.careloop.deadline.WorkingTime;
import io.careloop.demo.process.Workplace;
import io.careloop.engine.TimeShift;
import io.careloop.identity.LocalUsers;
import io.careloop.notification.PlayedMail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Plays the demonstration once, over a database without cases, before the first request is taken and the first mail sent. */
@Component
@Profile("demo")
class DemoStart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

    /** Before the web server. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 10_000;

    /** What is younger goes out by the local mail server, so that its mailboxes have something to read. */
    private static final Duration MAILED = Duration.ofHours(36);

    private static final int DAYS_A_LINE = 10;

    private static final String BEGUN = "begun";
    private static final String ENDED = "ended";
    private static final Map<String, String> WHY_NOT = Map.of(
            BEGUN,
            "The demonstration was cut off on its way. What was played is there and goes on; for all of it start"
                    + " with an empty data folder or database.",
            ENDED,
            "The demonstration was played before; its cases go on.");

    private final DemoSettings settings;
    private final Workplace workplace;
    private final Openings openings;
    private final Play play;
    private final TimeShift timeShift;
    private final LocalUsers users;
    private final CaseFiles cases;
    private final PlayedMail mail;
    private final WorkingTime workingTime;
    private final Clock clock;
    private boolean running;

    DemoStart(
            DemoSettings settings,
            Workplace workplace,
            Openings openings,
            Play play,
            TimeShift timeShift,
            LocalUsers users,
            CaseFiles cases,
            PlayedMail mail,
            WorkingTime workingTime,
            Clock clock) {
        this.settings = settings;
        this.workplace = workplace;
        this.openings = openings;
        this.play = play;
        this.timeShift = timeShift;
        this.users = users;
        this.cases = cases;
        this.mail = mail;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        Optional<String> noted = workplace.noted();
        if (noted.isPresent() || !cases.isEmpty()) {
            LOG.info(noted.map(WHY_NOT::get)
                    .orElse("This database has cases of its own: the demonstration is not mixed with them."));
            return;
        }
        workplace.note(BEGUN);
        users.createColleagues();
        timeShift.past(this::play);
        mail.settle(clock.instant().minus(MAILED));
        workplace.note(ENDED);
    }

    private void play(Supplier<Instant> present) {
        long begun = System.nanoTime();
        ZoneId zone = workingTime.zone();
        LocalDate firstDay = present.get().atZone(zone).toLocalDate().minusDays(settings.days() - 1L);
        List<Story> stories = new ArrayList<>();
        openings.plan(settings, firstDay, zone)
                .forEach(opening -> stories.add(new Story(settings.seed(), stories.size(), opening)));
        LOG.info("Playing {} cases from {} up to now; this takes a minute or two.", stories.size(), firstDay);
        Progress progress = new Progress(firstDay, zone);
        int failed = play.run(stories, present, progress::reached);
        LOG.info("Played in {} s, {} happenings failed.", (System.nanoTime() - begun) / 1_000_000_000, failed);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** A line in the log now and then. */
    private static final class Progress {

        private final ZoneId zone;
        private LocalDate next;

        Progress(LocalDate firstDay, ZoneId zone) {
            this.zone = zone;
            this.next = firstDay.plus(DAYS_A_LINE, ChronoUnit.DAYS);
        }

        void reached(Instant at) {
            LocalDate day = at.atZone(zone).toLocalDate();
            if (!day.isBefore(next)) {
                LOG.info("The demonstration has come to {}.", day);
                next = day.plusDays(DAYS_A_LINE);
            }
        }
    }
}
