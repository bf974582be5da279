package io.careloop.resolution.process;

import io.careloop.cases.CaseMessage;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Conversation;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.engine.FormText;
import io.careloop.engine.TaskFormFacts;
import io.careloop.resolution.Implementations;
import io.careloop.resolution.OpenQuestion;
import io.careloop.resolution.Questions;
import io.careloop.resolution.Route;
import io.careloop.resolution.Routes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the forms of the five stages show beyond the summary of the case; each form asks only for what it needs. */
@Component
class ResolutionFormFacts implements TaskFormFacts {

    private static final int MESSAGES = 3;

    private final Questions questions;
    private final Routes routes;
    private final Implementations implementations;
    private final Conversation conversation;
    private final Timeline timeline;

    ResolutionFormFacts(
            Questions questions,
            Routes routes,
            Implementations implementations,
            Conversation conversation,
            Timeline timeline) {
        this.questions = questions;
        this.routes = routes;
        this.implementations = implementations;
        this.conversation = conversation;
        this.timeline = timeline;
    }

    @Override
    public Map<String, Object> factsFor(String businessKey, String formKey) {
        return CaseReference.parse(businessKey)
                .map(reference -> facts(reference, formKey))
                .orElse(Map.of());
    }

    private Map<String, Object> facts(CaseReference reference, String formKey) {
        return switch (formKey) {
            case "resolution-analyse-request" ->
                Map.of("misunderstanding", refusal(reference, OpenQuestion.Kind.PROBLEM));
            case "resolution-propose-solution" -> forProposal(reference);
            case "resolution-get-answer" -> Map.of("questionText", text(questions.open(reference)));
            case "resolution-plan-implementation" -> solution(reference);
            case "resolution-implement-solution" -> {
                Map<String, Object> facts = solution(reference);
                facts.put(
                        "plannedAction",
                        FormText.plain(implementations.plannedAction(reference).orElse("")));
                yield facts;
            }
            case "resolution-read-message" -> Map.of("customerMessages", latestOf(reference));
            case "followup-call-customer" ->
                Map.of("whatWasDone", text(questions.latest(reference, OpenQuestion.Kind.EFFECT)));
            default -> Map.of();
        };
    }

    private Map<String, Object> forProposal(CaseReference reference) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("problem", said(timeline.newest(reference, Kind.ANALYSED)));
        facts.put("round", questions.rounds(reference));
        facts.put("refusalReason", whyAnother(reference));
        addRoutes(facts, routes.of(reference));
        return facts;
    }

    private void addRoutes(Map<String, Object> facts, List<Route> fastestFirst) {
        if (fastestFirst.isEmpty()) {
            return;
        }
        facts.put("recommendedRoute", told(fastestFirst.get(0)));
        facts.put("finishDateText", routes.finishDate(fastestFirst.get(0)).toString());
        facts.put(
                "otherRoutes",
                fastestFirst.stream().skip(1).map(route -> "* " + told(route)).collect(Collectors.joining("\n")));
    }

    private String told(Route route) {
        String when = route.usable().isEmpty() ? "" : " (" + FormText.plain(route.usable()) + ")";
        return FormText.plain(route.name()) + ": " + routes.finishDate(route) + when;
    }

    /** Why another round is needed: the customer's no, what they said on the phone, or why the case came back. */
    private String whyAnother(CaseReference reference) {
        return timeline.newest(reference, Kind.QUESTION_ANSWERED, Kind.CALLED, Kind.REOPENED)
                .filter(entry -> !entry.text().startsWith(Questions.YES))
                .map(entry -> FormText.plain(entry.text()))
                .orElse("");
    }

    private static String said(Optional<TimelineEntry> entry) {
        return entry.map(TimelineEntry::text).map(FormText::plain).orElse("");
    }

    private Map<String, Object> solution(CaseReference reference) {
        Map<String, Object> facts = new HashMap<>();
        questions.latest(reference, OpenQuestion.Kind.SOLUTION).ifPresent(solution -> {
            facts.put("solution", FormText.plain(solution.text()));
            facts.put("finishDate", solution.finishDate().toString());
        });
        return facts;
    }

    private String refusal(CaseReference reference, OpenQuestion.Kind kind) {
        return questions.latestRefusal(reference, kind).map(FormText::plain).orElse("");
    }

    private static String text(Optional<OpenQuestion> question) {
        return question.map(asked -> FormText.plain(asked.text())).orElse("");
    }

    private String latestOf(CaseReference reference) {
        List<CaseMessage> received = conversation.of(reference).stream()
                .filter(message -> message.direction() == CaseMessage.Direction.IN)
                .toList();
        return received.subList(Math.max(0, received.size() - MESSAGES), received.size()).stream()
                .map(message -> FormText.plain(message.text()))
                .collect(Collectors.joining("\n\n---\n\n"));
    }
}
