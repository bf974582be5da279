package io.careloop.resolution.process;

import io.careloop.cases.CaseMessage;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Conversation;
import io.careloop.engine.FormText;
import io.careloop.engine.TaskFormFacts;
import io.careloop.resolution.Implementations;
import io.careloop.resolution.OpenQuestion;
import io.careloop.resolution.Questions;
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
    private final Implementations implementations;
    private final Conversation conversation;

    ResolutionFormFacts(Questions questions, Implementations implementations, Conversation conversation) {
        this.questions = questions;
        this.implementations = implementations;
        this.conversation = conversation;
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
        Optional<OpenQuestion> last = questions.latest(reference, OpenQuestion.Kind.SOLUTION);
        Map<String, Object> facts = new HashMap<>();
        facts.put("problem", text(questions.latest(reference, OpenQuestion.Kind.PROBLEM)));
        String refused = refusal(reference, OpenQuestion.Kind.EFFECT);
        facts.put("refusalReason", refused.isEmpty() ? refusal(reference, OpenQuestion.Kind.SOLUTION) : refused);
        facts.put("round", last.map(OpenQuestion::round).orElse(0));
        return facts;
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
