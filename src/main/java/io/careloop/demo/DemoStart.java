package io.careloop.demo;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
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
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
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
    private static final long A_SECOND = 1_000_000_000;

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
    private final Balance balance;
    private final Environment environment;
    private final Clock clock;
    private String outcome;
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
            Balance balance,
            Environment environment,
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
        this.balance = balance;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        Optional<String> noted = workplace.noted();
        if (noted.isPresent() || !cases.isEmpty()) {
            LOG.warn(noted.map(WHY_NOT::get)
                    .orElse("This database has cases of its own: the demonstration is not mixed with them. For the"
                            + " demonstration start with an empty data folder or database."));
            return;
        }
        workplace.note(BEGUN);
        users.createColleagues();
        timeShift.past(present -> play(present.get()));
        mail.settle(clock.instant().minus(MAILED));
        workplace.note(ENDED);
    }

    private void play(Instant present) {
        long begun = System.nanoTime();
        ZoneId zone = workingTime.zone();
        LocalDate firstDay = present.atZone(zone).toLocalDate().minusDays(settings.days() - 1L);
        List<Story> stories = new ArrayList<>();
        openings.plan(settings, firstDay, zone)
                .forEach(opening -> stories.add(new Story(settings.seed(), stories.size(), opening)));
        LOG.info(
                "Playing about {} cases from {} up to now; this takes a few minutes. Mail and requests are taken afterwards.",
                stories.size(),
                firstDay);
        int failed = play.run(stories, present, new Progress(firstDay, zone, begun)::reached);
        if (failed > 0) {
            LOG.warn("{} happenings failed; their cases stay where they were.", failed);
        }
        List<CaseReference> played =
                stories.stream().map(Story::reference).filter(Objects::nonNull).toList();
        outcome = "Played in %d s with seed %d. %s."
                .formatted((System.nanoTime() - begun) / A_SECOND, settings.seed(), balance.of(played));
        LOG.info(outcome);
    }

    /** After the notice of the start, which has all addresses and users. */
    @Order(Ordered.LOWEST_PRECEDENCE)
    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        if (outcome != null) {
            String address = environment.getProperty("careloop.public-address", "");
            LOG.info("""
                    The demonstration is ready to be looked at (password = user). {}

                      figures, breaches, history    {}/insight as manager
                      open cases of their owners    {}/desk as agent, amy or complaints
                      queues                        {}/camunda/app/tasklist/ as agent, logistics, complaints, recovery
                      mail of the last day          {}/local
                    """, outcome, address, address, address, address);
        }
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

        private final LocalDate firstDay;
        private final ZoneId zone;
        private final long begun;
        private int told;

        Progress(LocalDate firstDay, ZoneId zone, long begun) {
            this.firstDay = firstDay;
            this.zone = zone;
            this.begun = begun;
        }

        void reached(Instant at) {
            LocalDate day = at.atZone(zone).toLocalDate();
            int days = (int) ChronoUnit.DAYS.between(firstDay, day);
            if (days >= told + DAYS_A_LINE) {
                told = days - days % DAYS_A_LINE;
                LOG.info("The demonstration has come to {} after {} s.", day, (System.nanoTime() - begun) / A_SECOND);
            }
        }
    }
}
