package io.careloop.demo;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.collaboration.Departments;
import io.careloop.collaboration.Question;
import io.careloop.deadline.Promise;
import io.careloop.deadline.Promises;
import io.careloop.demo.process.Workplace;
import io.careloop.demo.process.Workplace.Work;
import io.careloop.identity.Groups;
import io.careloop.identity.Staff;
import io.careloop.identity.StaffMember;
import io.careloop.notification.Notifications;
import io.careloop.notification.OutboundWords;
import io.careloop.recovery.CompensationKind;
import io.careloop.recovery.Compensations;
import io.careloop.recovery.Learning;
import io.careloop.recovery.Proposal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The staff: take tasks of their groups, in their own time, and do now and then what the case page offers. */
@Component
@Profile("demo")
class Clerks {

    /** Fields of forms whose words go to the customer. */
    private static final List<String> TO_THE_CUSTOMER =
            List.of("problemText", "solutionText", "doneText", "apologyText");

    private final Workplace workplace;
    private final FormAnswers answers;
    private final Habits habits;
    private final Script script;
    private final Staff staff;
    private final CaseFiles cases;
    private final Notifications notifications;
    private final OutboundWords words;
    private final Departments departments;
    private final Promises promises;
    private final Compensations compensations;
    private final Learning learning;
    private final Clock clock;

    Clerks(
            Workplace workplace,
            FormAnswers answers,
            Habits habits,
            Script script,
            Staff staff,
            CaseFiles cases,
            Notifications notifications,
            OutboundWords words,
            Departments departments,
            Promises promises,
            Compensations compensations,
            Learning learning,
            Clock clock) {
        this.workplace = workplace;
        this.answers = answers;
        this.habits = habits;
        this.script = script;
        this.staff = staff;
        this.cases = cases;
        this.notifications = notifications;
        this.words = words;
        this.departments = departments;
        this.promises = promises;
        this.compensations = compensations;
        this.learning = learning;
        this.clock = clock;
    }

    /** When whoever takes the task is done with it. */
    Instant doneAt(Work work, Story story, Instant from) {
        Draw draw = story.draw("time/" + work.activity());
        boolean onDuty = story.chanceOf("duty", Habits.ON_DUTY);
        return habits.done(people(work, draw).stream().findFirst().orElse(""), work.activity(), onDuty, from, draw);
    }

    /**
     * Works on the task, if it is still there; whoever may not take it leaves it to a colleague.
     *
     * @return false if it is still to do
     */
    boolean work(Work planned, Story story) {
        Optional<Work> found = workplace.find(planned.id());
        if (found.isEmpty()) {
            return true;
        }
        Work work = found.get();
        Draw draw = story.draw("work/" + work.activity());
        Optional<Map<String, Object>> fields = answers.to(work, story, draw);
        if (fields.isEmpty()) {
            return true;
        }
        if (isUnapproved(story, fields.get())) {
            return false;
        }
        beside(work, story);
        return people(work, draw).stream()
                .filter(user -> workplace.take(work, user))
                .findFirst()
                .filter(user -> workplace.submit(work, user, fields.get()))
                .isPresent();
    }

    /** In a restricted case nobody sends what has yet to be approved. */
    private boolean isUnapproved(Story story, Map<String, Object> fields) {
        return TO_THE_CUSTOMER.stream()
                .filter(fields::containsKey)
                .anyMatch(field -> words.refusalOf(story.reference(), (String) fields.get(field))
                        .isPresent());
    }

    /** Takes a call down. */
    CaseReference takeCall(Story story) {
        Story.Opening opening = story.opening();
        Draw draw = story.draw("call");
        return workplace.takeCall(
                draw.one(members(Groups.AGENTS)),
                Map.of(
                        "contactText", opening.contact(),
                        "nameText", opening.name(),
                        "descriptionText", story.filled(draw.one(story.texts().words())),
                        "urgencyText", opening.urgency().name(),
                        "languageText", opening.language().equals("zh") ? "zh-CN" : "en"));
    }

    /** Whoever has the task, or else the members of its groups in an order of chance. */
    private List<String> people(Work work, Draw draw) {
        if (work.assignee() != null) {
            return List.of(work.assignee());
        }
        List<String> people = new ArrayList<>(work.groups().stream()
                .flatMap(group -> members(group).stream())
                .distinct()
                .toList());
        Collections.shuffle(people, new Random(draw.number(0, Integer.MAX_VALUE - 1)));
        return people;
    }

    private List<String> members(String group) {
        return staff.membersOf(group).stream()
                .map(StaffMember::id)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** What is done from the case page while a task is at hand. */
    private void beside(Work work, Story story) {
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
