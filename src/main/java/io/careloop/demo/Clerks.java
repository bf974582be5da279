package io.careloop.demo;

import io.careloop.cases.CaseReference;
import io.careloop.demo.process.Workplace;
import io.careloop.demo.process.Workplace.Work;
import io.careloop.identity.Groups;
import io.careloop.identity.Staff;
import io.careloop.identity.StaffMember;
import io.careloop.notification.OutboundWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The staff: take tasks of their groups, in their own time. */
@Component
@Profile("demo")
class Clerks {

    /** Fields of forms whose words go to the customer. */
    private static final List<String> TO_THE_CUSTOMER =
            List.of("problemText", "solutionText", "doneText", "apologyText");

    private final Workplace workplace;
    private final FormAnswers answers;
    private final Habits habits;
    private final Staff staff;
    private final OutboundWords words;
    private final PageWork pageWork;

    Clerks(
            Workplace workplace,
            FormAnswers answers,
            Habits habits,
            Staff staff,
            OutboundWords words,
            PageWork pageWork) {
        this.workplace = workplace;
        this.answers = answers;
        this.habits = habits;
        this.staff = staff;
        this.words = words;
        this.pageWork = pageWork;
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
        pageWork.beside(work, story);
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
}
