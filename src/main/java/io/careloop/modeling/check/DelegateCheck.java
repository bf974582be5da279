package io.careloop.modeling.check;

import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramInput;
import io.careloop.modeling.check.Surroundings.Vocabulary;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.annotation.AnnotationUtils;

/** What a task calls is there, gets what it needs, and works in a transaction of its own where that matters. */
class DelegateCheck implements DiagramCheck {

    private static final Pattern NO_RETRY = Pattern.compile("R?[01](/.*)?");

    @Override
    public void check(Diagram diagram, Shelf shelf, Findings findings) {
        diagram.definitions()
                .all()
                .filter(node -> node.isBpmn() && node.xml().hasAttributeNS(Node.CAMUNDA, "delegateExpression"))
                .map(node ->
                        node.type().endsWith("EventDefinition") ? node.parent().orElseThrow() : node)
                .forEach(node -> check(node, diagram, shelf, findings));
    }

    private static void check(Node node, Diagram diagram, Shelf shelf, Findings findings) {
        String bean = node.delegate();
        if (bean.isEmpty()) {
            findings.fault(node, "delegate-form", written(node));
            return;
        }
        Class<?> delegate = shelf.surroundings().delegate(bean).orElse(null);
        if (delegate == null) {
            findings.unknown(
                    node, "delegate-unknown", bean, shelf.surroundings().known(Vocabulary.DELEGATES));
            return;
        }
        DiagramCall call = AnnotationUtils.findAnnotation(delegate, DiagramCall.class);
        if (call != null) {
            checkInputs(node, call, shelf.surroundings(), findings);
            checkEffect(node, call, findings);
            checkErrors(node, call, diagram, shelf, findings);
        }
    }

    private static String written(Node node) {
        return node.camunda("delegateExpression").isEmpty()
                ? node.eventDefinition()
                        .map(event -> event.camunda("delegateExpression"))
                        .orElse("")
                : node.camunda("delegateExpression");
    }

    private static void checkInputs(Node node, DiagramCall call, Surroundings surroundings, Findings findings) {
        Map<String, String> given = node.inputs();
        Set<String> known = Arrays.stream(call.inputs()).map(DiagramInput::name).collect(Collectors.toSet());
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> findings.unknown(node, "input-unknown", name, known, call.name()));
        for (DiagramInput input : call.inputs()) {
            String value = given.get(input.name());
            if (value == null && input.required()) {
                findings.fault(node, "input-missing", input.label(), input.name());
            } else if (value != null) {
                InputValues.check(node, input, value, surroundings, findings);
            }
        }
    }

    private static void checkEffect(Node node, DiagramCall call, Findings findings) {
        if (!call.outsideEffect()) {
            return;
        }
        if (!node.camunda("asyncBefore").equals("true")) {
            findings.fault(node, "effect-async");
        }
        node.extensions("failedJobRetryTimeCycle")
                .map(Node::text)
                .filter(cycle -> NO_RETRY.matcher(cycle).matches())
                .forEach(cycle -> findings.fault(node, "effect-retries", cycle));
    }

    private static void checkErrors(Node node, DiagramCall call, Diagram diagram, Shelf shelf, Findings findings) {
        for (String error : call.errors()) {
            if (!new Caught(Caught.Kind.ERROR, error).isCaught(node, diagram, shelf)) {
                findings.fault(node, "error-uncaught", error);
            }
        }
    }
}
