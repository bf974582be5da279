package io.careloop.demo;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.collaboration.Departments;
import io.careloop.collaboration.Question;
import io.careloop.deadline.Promise;
import io.careloop.deadline.Promises;
import io.careloop.demo.process.Workplace.Work;
import io.careloop.notification.Notifications;
import io.careloop.recovery.CompensationKind;
import io.careloop.recovery.Compensations;
import io.careloop.recovery.Learning;
import io.careloop.recovery.Proposal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What staff do now and then beside their tasks: what the case page offers. */
@Component
@Profile("demo")
class PageWork {

    private final Script script;
    private final CaseFiles cases;
    private final Notifications notifications;
    private final Departments departments;
    private final Promises promises;
    private final Compensations compensations;
    private final Learning learning;
    private final Clock clock;

    PageWork(
            Script script,
            CaseFiles cases,
            Notifications notifications,
            Departments departments,
            Promises promises,
            Compensations compensations,
            Learning learning,
            Clock clock) {
        this.script = script;
        this.cases = cases;
        this.notifications = notifications;
        this.departments = departments;
        this.promises = promises;
        this.compensations = compensations;
        this.learning = learning;
        this.clock = clock;
    }

    /** What is done from the case page while a task is at hand. */
    void beside(Work work, Story story) {
        Draw draw = story.draw("beside/" + work.activity());
        CaseFile file = cases.get(story.reference());
        switch (work.activity()) {
            case "Activity_AnalyseRequest" -> beforeAnalysis(file, story, draw);
            case "Activity_ReadMessage" -> {
                if (draw.chance(0.7)) {
                    write(file, story, draw);
                }
            }
            case "Activity_ImplementSolution" -> keepPromises(file, draw);
            default -> {}
        }
    }

    private void beforeAnalysis(CaseFile file, Story story, Draw draw) {
        if (draw.chance(0.4)) {
            write(file, story, draw);
        }
        if (draw.chance(0.12)) {
            promises.make(
                    file.reference(),
                    say("promise", story, draw),
                    LocalDate.now(clock).plusDays(draw.number(1, 3)),
                    file.owner());
        }
        if (draw.chance(story.opening().template().departments().size() > 2 ? 0.9 : 0.1)) {
            askDepartments(file, story, draw);
        }
        if (draw.chance(0.05)) {
            compensations.propose(new Proposal(
                    "demo/" + file.reference(),
                    file.reference(),
                    null,
                    CompensationKind.VOUCHER,
                    new BigDecimal(draw.number(5, 25)),
                    say("apology", story, draw),
                    null,
                    file.owner()));
        }
        if (draw.chance(0.02)) {
            learning.open(file.reference(), say("blame", story, draw));
        }
    }

    private void askDepartments(CaseFile file, Story story, Draw draw) {
        List<Question> questions = story.opening().template().departments().stream()
                .map(department -> new Question(department, say("question", story, draw)))
                .toList();
        departments.ask(file.reference(), questions, questions.size() > 2 && draw.chance(0.3), file.owner());
    }

    private void write(CaseFile file, Story story, Draw draw) {
        String text = say("reply", story, draw);
        notifications.fromStaff(
                file.reference(), file.owner(), null, text, "demo/%s/%s".formatted(file.reference(), clock.instant()));
    }

    private void keepPromises(CaseFile file, Draw draw) {
        Optional<Promise> open =
                promises.of(file.reference()).stream().filter(Promise::isOpen).findFirst();
        if (open.isPresent() && draw.chance(0.8)) {
            promises.keep(file.reference(), open.get().number(), file.owner());
        }
    }

    private String say(String subject, Story story, Draw draw) {
        return draw.one(script.words(subject, story.opening().language()));
    }
}
