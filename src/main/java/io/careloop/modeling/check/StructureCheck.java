package io.careloop.modeling.check;

import java.util.HashSet;
import java.util.Set;

/** What is drawn is also what happens: nothing that the engine passes over in silence, and nothing left undecided. */
class StructureCheck implements DiagramCheck {

    private static final Set<String> CALLING = Set.of("serviceTask", "sendTask", "businessRuleTask");
    private static final Set<String> PASSED_OVER = Set.of("adHocSubProcess", "complexGateway");

    @Override
    public void check(Diagram diagram, Shelf shelf, Findings findings) {
        checkIds(diagram, findings);
        diagram.processes().forEach(process -> checkStart(process, findings));
        diagram.nodes("subProcess").forEach(subprocess -> checkStart(subprocess, findings));
        diagram.nodes().forEach(node -> check(node, diagram, findings));
    }

    private static void checkIds(Diagram diagram, Findings findings) {
        Set<String> seen = new HashSet<>();
        diagram.definitions()
                .all()
                .filter(node -> node.isBpmn() && !node.id().isEmpty())
                .filter(node -> !seen.add(node.id()))
                .forEach(node -> findings.fault(node, "id-twice", node.id()));
    }

    private static void checkStart(Node scope, Findings findings) {
        if (scope.children("startEvent").findAny().isEmpty()) {
            findings.fault(scope, "no-start");
        }
    }

    private static void check(Node node, Diagram diagram, Findings findings) {
        if (PASSED_OVER.contains(node.type())) {
            findings.fault(node, "passed-over");
        }
        if (node.children("standardLoopCharacteristics").findAny().isPresent()) {
            findings.fault(node, "loop");
        }
        if (node.is("task")) {
            findings.hint(node, "plain-task");
        }
        if (callsNothing(node)) {
            findings.fault(node, "calls-nothing");
        }
        if (node.is("callActivity") && hasNoCase(node)) {
            findings.fault(node, "call-without-case");
        }
        if (!leadsIn(node, diagram)) {
            findings.hint(node, "unreached");
        }
    }

    private static boolean callsNothing(Node node) {
        boolean sends = node.is("endEvent") || node.is("intermediateThrowEvent");
        Node calling = sends
                ? node.children("messageEventDefinition").findFirst().orElse(null)
                : CALLING.contains(node.type()) ? node : null;
        return calling != null
                && calling.attributes().stream()
                        .filter(attribute -> Node.CAMUNDA.equals(attribute.getNamespaceURI()))
                        .map(org.w3c.dom.Attr::getLocalName)
                        .noneMatch(Set.of("delegateExpression", "expression", "class", "type", "decisionRef")::contains)
                && calling.extensions("connector").findAny().isEmpty();
    }

    /** What a called diagram does, it does for the case of its business key. */
    private static boolean hasNoCase(Node call) {
        return call.extensions("in")
                .map(mapping -> mapping.attribute("businessKey"))
                .noneMatch(Expressions::isExpression);
    }

    private static boolean leadsIn(Node node, Diagram diagram) {
        return node.is("startEvent")
                || node.is("boundaryEvent")
                || node.isEventSubprocess()
                || node.attribute("isForCompensation").equals("true")
                || node.children("linkEventDefinition").findAny().isPresent()
                || !diagram.incoming(node).isEmpty();
    }
}
