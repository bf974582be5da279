package io.careloop.demo;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseStatus;
import io.careloop.cases.Channel;
import io.careloop.cases.Conversation;
import io.careloop.demo.Story.Opening;
import io.careloop.engine.Attempts;
import io.careloop.escalation.EscalationReason;
import io.careloop.escalation.Escalations;
import io.careloop.followup.Feedback;
import io.careloop.intake.Registrations;
import io.careloop.intake.Registrations.Registration.Registered;
import io.careloop.recovery.Recoveries;
import io.careloop.resolution.OpenQuestion;
import io.careloop.resolution.ServiceRequests;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The customers: ask, answer when they come to it, lose patience, praise and blame, and come back. */
@Component
@Profile("demo")
class Customers {

    private final Registrations registrations;
    private final ServiceRequests requests;
    private final Conversation conversation;
    private final Feedback feedback;
    private final Escalations escalations;
    private final Recoveries recoveries;
    private final CaseFiles cases;
    private final Attempts attempts;
    private final Habits habits;
    private final Script script;

    Customers(
            Registrations registrations,
            ServiceRequests requests,
            Conversation conversation,
            Feedback feedback,
            Escalations escalations,
            Recoveries recoveries,
            CaseFiles cases,
            Attempts attempts,
            Habits habits,
            Script script) {
        this.registrations = registrations;
        this.requests = requests;
        this.conversation = conversation;
        this.feedback = feedback;
        this.escalations = escalations;
        this.recoveries = recoveries;
        this.cases = cases;
        this.attempts = attempts;
        this.habits = habits;
        this.script = script;
    }

    /** Asks in writing. */
    CaseReference ask(Story story) {
        Opening opening = story.opening();
        Registrations.Request request = new Registrations.Request(
                opening.channel(),
                opening.contact(),
                opening.name(),
                null,
                story.filled(story.draw("words").one(story.texts().words())),
                opening.urgency(),
                null,
                null,
                opening.facts().get("product"),
                Locale.forLanguageTag(opening.language().equals("zh") ? "zh-CN" : "en"),
                null,
                List.of());
        return ((Registered) registrations.register(request, null)).reference();
    }

    /** What some do of their own accord while they wait. */
    void plan(Story story, Instant from, Plans plans) {
        Draw draw = story.draw("patience");
        if (draw.chance(0.16)) {
            plans.add(habits.awake(from, draw.between(4, 40), draw), () -> write(story, draw.chance(0.3)));
        }
        if (draw.chance(0.03)) {
            plans.add(habits.awake(from, draw.between(12, 60), draw), () -> demandSomebodyElse(story));
        }
        if (draw.chance(0.04)) {
            plans.add(
                    habits.awake(from, draw.between(1, 26), draw),
                    () -> requests.withdraw(story.reference(), Actors.CUSTOMER));
        }
    }

    /** When the customer comes to answer; some need a reminder, or a call. */
    Instant answersAt(Story story, Instant from) {
        Draw draw = story.draw("answers");
        double hours = draw.chance(0.1) ? draw.between(30, 120) : draw.between(0.2, 7);
        return habits.awake(from, hours, draw);
    }

    /** Answers what is open by then. */
    void answer(Story story, OpenQuestion asked) {
        boolean stillOpen = requests.openQuestion(story.reference())
                .filter(open -> open.askedAt().equals(asked.askedAt()))
                .isPresent();
        if (!stillOpen) {
            return;
        }
        Draw draw = story.draw("answer/" + asked.kind());
        boolean accepted = draw.chance(asked.kind() == OpenQuestion.Kind.SOLUTION ? 0.88 : 0.93);
        String reason = accepted ? null : say(reasonOf(asked.kind()), story, draw);
        requests.answer(story.reference(), accepted, reason, story.opening().channel(), Actors.CUSTOMER);
    }

    private static String reasonOf(OpenQuestion.Kind kind) {
        return switch (kind) {
            case PROBLEM -> "misread";
            case SOLUTION -> "refuse";
            case EFFECT -> "unsolved";
        };
    }

    /** What some do once their case is over. */
    void afterwards(Story story, Instant from, Plans plans) {
        Draw draw = story.draw("afterwards");
        if (draw.chance(0.5)) {
            plans.add(habits.awake(from, draw.between(1, 30), draw), () -> judge(story));
        }
        if (draw.chance(0.05)) {
            plans.add(
                    habits.awake(from, draw.between(20, 200), draw),
                    () -> comeBack(story, say("reopen", story, story.draw("reopen"))));
        }
    }

    private void write(Story story, boolean angry) {
        CaseFile file = cases.get(story.reference());
        if (!file.status().isOver()) {
            String text = say(angry ? "anger" : "nudge", story, story.draw("message"));
            attempts.inTransaction(() -> conversation.customerWrote(
                    story.reference(), story.opening().channel(), null, text, null));
        }
    }

    private void demandSomebodyElse(Story story) {
        String words = say("escalate", story, story.draw("demand"));
        attempts.inTransaction(() -> {
            boolean climbs = !(escalations.escalate(story.reference(), EscalationReason.DEMAND, Actors.CUSTOMER, words)
                    instanceof Escalations.Outcome.Refused);
            return climbs
                    ? conversation.customerWrote(
                            story.reference(), story.opening().channel(), null, words, null)
                    : null;
        });
    }

    /** Whoever was let down says so; some all the same find a good word. */
    private void judge(Story story) {
        if (cases.get(story.reference()).status() != CaseStatus.CLOSED) {
            return;
        }
        Draw draw = story.draw("word");
        boolean letDown = recoveries.latestOf(story.reference()).isPresent() ? draw.chance(0.6) : draw.chance(0.06);
        String word =
                letDown ? draw.chance(0.5) ? "tedious" : "disappointed" : draw.chance(0.7) ? "convenient" : "caring";
        Integer score = draw.chance(0.6) ? letDown ? draw.number(1, 5) : draw.number(7, 10) : null;
        String comment = draw.chance(0.4) ? say(letDown ? "blame" : "praise", story, draw) : null;
        attempts.inTransaction(() -> {
            feedback.give(story.reference(), word, score, comment);
            return null;
        });
    }

    private void comeBack(Story story, String reason) {
        Channel channel = story.opening().channel();
        attempts.inTransaction(() -> requests.reopen(story.reference(), reason, channel, Actors.CUSTOMER));
    }

    private String say(String subject, Story story, Draw draw) {
        return draw.one(script.words(subject, story.opening().language()));
    }
}
