package io.careloop.modeling.check;

import java.util.Set;
import java.util.stream.Stream;

/** What a diagram refers to is found by its key alone: numbers of versions differ from one installation to the next. */
class BindingCheck implements DiagramCheck {

    private static final Set<String> MOVING = Set.of("", "deployment", "latest");

    @Override
    public void check(Diagram diagram, Shelf shelf, Findings findings) {
        for (Node node : diagram.nodes()) {
            Stream.of("formRefBinding", "decisionRefBinding", "calledElementBinding")
                    .map(node::camunda)
                    .filter(binding -> !MOVING.contains(binding))
                    .forEach(binding -> findings.fault(node, "binding", binding));
            Stream.of("decisionRefTenantId", "calledElementTenantId")
                    .map(node::camunda)
                    .filter(tenant -> !tenant.isEmpty())
                    .forEach(tenant -> findings.fault(node, "tenant", tenant));
        }
    }
}
