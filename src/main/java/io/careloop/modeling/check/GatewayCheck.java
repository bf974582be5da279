package io.careloop.modeling.check;

import java.util.List;

/** A case that no condition fits does not get stuck. */
class GatewayCheck implements DiagramCheck {

    @Override
    public void check(Diagram diagram, Shelf shelf, Findings findings) {
        for (Node gateway : diagram.nodes()) {
            if (gateway.is("exclusiveGateway") || gateway.is("inclusiveGateway")) {
                check(gateway, diagram.outgoing(gateway), findings);
            }
        }
        diagram.nodes().stream()
                .filter(node -> !node.is("endEvent") && !node.isEventSubprocess())
                .filter(node -> diagram.outgoing(node).isEmpty() && !isLinkThrow(node))
                .filter(node -> !node.isActivity()
                        || !node.attribute("isForCompensation").equals("true"))
                .forEach(node -> findings.hint(node, "dead-end"));
    }

    private static void check(Node gateway, List<Node> exits, Findings findings) {
        if (exits.size() < 2) {
            return;
        }
        String otherwise = gateway.attribute("default");
        if (otherwise.isEmpty()) {
            findings.fault(gateway, "no-default");
        }
        for (Node exit : exits) {
            boolean conditioned = exit.children("conditionExpression").findAny().isPresent();
            if (!conditioned && !exit.id().equals(otherwise)) {
                findings.fault(exit, "no-condition", gateway.name());
            }
            if (exit.name().isEmpty()) {
                findings.hint(exit, "exit-name", gateway.name());
            }
        }
    }

    private static boolean isLinkThrow(Node node) {
        return node.is("intermediateThrowEvent")
                && node.children("linkEventDefinition").findAny().isPresent();
    }
}
