package io.careloop.resolution;

import io.careloop.cases.CaseFile;
import io.careloop.cases.Stage;
import io.careloop.deadline.CaseDeadlines;
import io.careloop.deadline.DeadlineClock;
import io.careloop.deadline.Deadlines;
import io.careloop.deadline.WorkingTime;
import io.careloop.notification.MessageFacts;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What messages say of deadlines, of what happens next, and of what is asked. */
@Component
class ResolutionMessageFacts implements MessageFacts {

    private static final Set<String> DEADLINES = Set.of("firstResponseDue", "resolutionDue");
    private static final Set<String> QUESTION = Set.of("problem", "whatWasDone", "solution", "round", "finishDate");

    private final Deadlines deadlines;
    private final Questions questions;
    private final WorkingTime workingTime;
    private final MessageSource messages;

    ResolutionMessageFacts(Deadlines deadlines, Questions questions, WorkingTime workingTime, MessageSource messages) {
        this.deadlines = deadlines;
        this.questions = questions;
        this.workingTime = workingTime;
        this.messages = messages;
    }

    @Override
    public Map<String, Object> factsFor(CaseFile file, Locale locale, Set<String> wanted) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("nextStep", messages.getMessage("resolution.next-step." + file.stage(), null, locale));
        if (!Collections.disjoint(wanted, DEADLINES)) {
            deadlines.of(file.reference()).ifPresent(clocks -> addDeadlines(facts, clocks, locale));
        }
        if (file.stage() != Stage.CONTACT && !Collections.disjoint(wanted, QUESTION)) {
            questions.open(file.reference()).ifPresent(question -> addQuestion(facts, question, locale));
        }
        if (file.resolution() != null) {
            facts.put("whatWasDone", file.resolution());
        }
        return facts;
    }

    private void addDeadlines(Map<String, Object> facts, CaseDeadlines clocks, Locale locale) {
        facts.put("firstResponseDue", formatted(clocks.firstResponse(), locale));
        facts.put("resolutionDue", formatted(clocks.resolution(), locale));
    }

    private String formatted(DeadlineClock clock, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(workingTime.zone())
                .format(clock.dueAt());
    }

    private static void addQuestion(Map<String, Object> facts, OpenQuestion question, Locale locale) {
        switch (question.kind()) {
            case PROBLEM -> facts.put("problem", question.text());
            case EFFECT -> facts.put("whatWasDone", question.text());
            case SOLUTION -> {
                facts.put("solution", question.text());
                facts.put("round", question.round());
                facts.put(
                        "finishDate",
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                                .withLocale(locale)
                                .format(question.finishDate()));
            }
        }
    }
}
