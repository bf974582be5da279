package io.careloop.modeling.check;

import java.util.Set;

/** Whoever opens the diagram sees all of it, and every step says what it is. */
class ShapeCheck implements DiagramCheck {

    private final Rules rules;

    ShapeCheck(Rules rules) {
        this.rules = rules;
    }

    @Override
    public void check(Diagram diagram, Shelf shelf, Findings findings) {
        if (diagram.processes().isEmpty()) {
            findings.fault("no-process");
        }
        for (Node process : diagram.processes()) {
            if (!process.attribute("isExecutable").equals("true")) {
                findings.fault(process, "not-executable");
            } else {
                HistoryCheck.check(process, process.camunda("historyTimeToLive"), rules.historyAtLeastDays(), findings);
            }
            if (process.name().isEmpty()) {
                findings.fault(process, "name");
            }
        }
        Set<String> drawn = diagram.drawn();
        for (Node node : diagram.nodes()) {
            if (!drawn.contains(node.id())) {
                findings.fault(node, "not-drawn");
            }
            if (node.name().isEmpty()
                    && (!node.isGateway() || diagram.outgoing(node).size() > 1)) {
                findings.fault(node, node.isGateway() ? "gateway-name" : "name");
            }
        }
        diagram.flows().stream()
                .filter(flow -> !drawn.contains(flow.id()))
                .forEach(flow -> findings.fault(flow, "flow-not-drawn"));
    }
}
