package io.careloop.demo;

import io.careloop.cases.CaseFiles;
import io.careloop.demo.Script.Texts;
import io.careloop.demo.process.Workplace.Work;
import io.careloop.identity.Groups;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What staff fill in. A task of a diagram that this does not know stays open. */
@Component
@Profile("demo")
class FormAnswers {

    private final Script script;
    private final CaseFiles cases;
    private final Clock clock;

    FormAnswers(Script script, CaseFiles cases, Clock clock) {
        this.script = script;
        this.cases = cases;
        this.clock = clock;
    }

    /** The fields of the task's form; empty if the task is not known. */
    Optional<Map<String, Object>> to(Work work, Story story, Draw draw) {
        Map<String, Object> fields = new HashMap<>();
        request(work, story, draw, fields);
        departments(work, story, draw, fields);
        escalation(work, story, draw, fields);
        recovery(work, story, draw, fields);
        return fields.isEmpty() ? Optional.empty() : Optional.of(fields);
    }

    private void request(Work work, Story story, Draw draw, Map<String, Object> fields) {
        switch (work.activity()) {
            case "Activity_TriageRequest" -> {
                fields.put("category", story.opening().template().category());
                fields.put("priority", draw.chance(0.2) ? "high" : "normal");
                fields.put("team", story.opening().template().team());
            }
            case "Activity_AnalyseRequest" -> {
                fields.put("problemText", story.filled(story.texts().problem()));
                fields.put("problemClear", draw.chance(0.9) ? "yes" : "no");
            }
            case "Activity_ProposeSolution" -> {
                fields.put("solutionText", story.filled(story.texts().solution()));
                fields.put("finishDateText", day(draw.number(1, 3)));
            }
            case "Activity_PlanImplementation" -> {
                fields.put("actionText", story.filled(story.texts().solution()));
                fields.put("finishDateText", day(draw.number(1, 2)));
                fields.put("resourcesReady", true);
            }
            case "Activity_ImplementSolution" -> {
                Texts texts = story.texts();
                fields.put("doneText", story.filled(isRestricted(story) ? texts.solution() : texts.done()));
                fields.put("causeText", story.opening().template().cause());
            }
            case "Activity_GetAnswer" -> {
                fields.put("answerText", draw.chance(0.65) ? "yes" : draw.chance(0.7) ? "none" : "no");
                fields.put("reasonText", say("refuse", story, draw));
            }
            case "Activity_CallCustomer" -> call(story, draw, fields);
            case "Activity_ReadMessage" -> fields.put("escalationDemanded", false);
            case "Activity_TellCustomer" -> {
                fields.put("outcomeText", draw.chance(0.85) ? "told" : "not-reached");
                fields.put("noteText", say("note", story, draw));
            }
            default -> {}
        }
    }

    private void call(Story story, Draw draw, Map<String, Object> fields) {
        boolean reached = draw.chance(0.8);
        boolean solved = draw.chance(0.95);
        fields.put("outcomeText", !reached ? "not-reached" : solved ? "solved" : "not-solved");
        fields.put("noteText", say(solved ? "note" : "unsolved", story, draw));
        if (reached && solved && draw.chance(0.4)) {
            fields.put("wordText", draw.chance(0.7) ? "convenient" : "caring");
        }
    }

    private void departments(Work work, Story story, Draw draw, Map<String, Object> fields) {
        switch (work.activity()) {
            case "Activity_AnswerQuestion" -> {
                String reply = draw.chance(0.8) ? "answered" : draw.chance(0.5) ? "handed-back" : "asked-back";
                fields.put("replyText", reply);
                fields.put("wordsText", say("department", story, draw));
            }
            case "Activity_DecideOnQuestion", "Activity_SettleQuestion" -> {
                fields.put("decisionText", draw.chance(0.7) ? "again" : "drop");
                fields.put("wordsText", say("question", story, draw));
            }
            case "Activity_AnswerDepartment" -> fields.put("wordsText", say("question", story, draw));
            case "Activity_CoordinateDepartments" -> {
                boolean extended = draw.chance(0.2);
                fields.put("actionText", extended ? "extend" : "arranged");
                if (extended) {
                    fields.put("numberText", "1");
                    fields.put("hoursText", "4");
                    fields.put("wordsText", say("department", story, draw));
                }
            }
            case "Activity_WriteMinutes" ->
                fields.put(
                        "minutesText",
                        story.filled(
                                story.texts().problem() + " " + story.texts().solution()));
            default -> {}
        }
    }

    private void escalation(Work work, Story story, Draw draw, Map<String, Object> fields) {
        switch (work.activity()) {
            case "Activity_ReviewComplaint" -> review(work, story, draw, fields);
            case "Activity_MakeOffer" -> {
                fields.put("decisionText", draw.chance(0.85) ? "offer" : "none");
                fields.put("offerText", say("offer", story, draw));
                fields.put("reasonText", say("department", story, draw));
            }
            case "Activity_ApproveByLegal", "Activity_ApproveByQuality" -> {
                fields.put("decisionText", draw.chance(0.85) ? "approve" : "reject");
                fields.put("reasonText", say("department", story, draw));
            }
            default -> {}
        }
    }

    private void review(Work work, Story story, Draw draw, Map<String, Object> fields) {
        boolean restricted = isRestricted(story);
        double share = restricted ? 0 : draw.between(0, 1);
        boolean climbs = share > 0.93 && !work.groups().contains(Groups.MANAGERS);
        fields.put(
                "decisionText", climbs ? "next-tier" : share < 0.55 ? "answer" : share < 0.7 ? "offer" : "hand-back");
        fields.put("answerText", restricted ? allThatIsSaid(story) : say("answer", story, draw));
        fields.put("reasonText", say("department", story, draw));
    }

    private boolean isRestricted(Story story) {
        return cases.get(story.reference()).restrictedTo() != null;
    }

    /** In a restricted case whatever the owner is going to say has to be approved. */
    private String allThatIsSaid(Story story) {
        Texts texts = story.texts();
        return story.filled(String.join("\n", approvedApology(story), texts.problem(), texts.solution()));
    }

    private String approvedApology(Story story) {
        return script.words("apology", story.opening().language()).get(0);
    }

    private void recovery(Work work, Story story, Draw draw, Map<String, Object> fields) {
        switch (work.activity()) {
            case "Activity_Apologise" ->
                fields.put("apologyText", isRestricted(story) ? approvedApology(story) : say("apology", story, draw));
            case "Activity_MakeGood" -> {
                boolean compensated = draw.chance(0.6);
                fields.put("fixText", story.filled(story.texts().solution()));
                fields.put("kindText", compensated ? draw.one(List.of("voucher", "refund", "points")) : "none");
                if (compensated) {
                    fields.put("amountText", draw.one(List.of("20.00", "25.00", "30.00", "60.00", "150.00", "600.00")));
                    fields.put("reasonText", say("apology", story, draw));
                    fields.put("stakeReasonText", say("apology", story, draw));
                }
            }
            case "Activity_ApproveCompensation" -> {
                fields.put("decisionText", draw.chance(0.8) ? "approve" : "refuse");
                fields.put("reasonText", say("department", story, draw));
            }
            case "Activity_PayByHand" -> {
                fields.put("outcomeText", "paid");
                fields.put("noteText", story.opening().facts().get("order"));
            }
            case "Activity_CheckWithCustomer" -> {
                double share = draw.between(0, 1);
                fields.put("answerText", share < 0.75 ? "content" : share < 0.9 ? "not-reached" : "not-content");
                fields.put("noteText", say("note", story, draw));
                fields.put("causeText", story.opening().template().cause());
            }
            case "Activity_LearnFromError" -> fields.put("lessonText", say("department", story, draw));
            default -> {}
        }
    }

    private String say(String subject, Story story, Draw draw) {
        return draw.one(script.words(subject, story.opening().language()));
    }

    private String day(int ahead) {
        return LocalDate.now(clock).plusDays(ahead).toString();
    }
}
