package io.careloop.modeling.check;

import io.careloop.modeling.check.Moves.State;
import io.careloop.modeling.check.Rules.Policy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What the house promises its customers, seen in the diagrams. */
class PolicyCheck implements DiagramCheck {

    private final Rules rules;

    PolicyCheck(Rules rules) {
        this.rules = rules;
    }

    @Override
    public void check(Diagram diagram, Shelf shelf, Findings findings) {
        for (Node process : diagram.processes()) {
            for (Policy policy : rules.policies()) {
                if (policy.isFor(process.id())) {
                    check(policy, process, diagram, shelf, findings);
                }
            }
        }
    }

    private static void check(Policy policy, Node process, Diagram diagram, Shelf shelf, Findings findings) {
        switch (policy.rule()) {
            case TASKS_HAVE_A_LIMIT ->
                process.all()
                        .filter(node ->
                                node.is("userTask") && node.camunda("dueDate").isEmpty())
                        .forEach(task -> findings.fault(task, "policy", policy.because()));
            case FORMS_KEEP_THEIR_TASK ->
                process.all().filter(node -> node.is("userTask")).forEach(task -> {
                    String id = policy.tasks().get(task.camunda("formRef"));
                    if (id != null && !id.equals(task.id())) {
                        findings.fault(task, "policy-task", policy.because(), task.camunda("formRef"), id);
                    }
                });
            case EVERY_WAY_PASSES -> checkWays(policy, process, diagram, shelf, findings);
        }
    }

    private static void checkWays(Policy policy, Node process, Diagram diagram, Shelf shelf, Findings findings) {
        Ways ways = new Ways(diagram, process, policy.given(), policy.through(), shelf);
        Predicate<State> isGoal = policy.to() == null ? ways::isEnd : state -> Ways.isStep(state.node(), policy.to());
        if (policy.to() == null && ways.passAllBeforeTheEnd()) {
            return;
        }
        Set<String> told = new HashSet<>();
        for (State goal : ways.reached()) {
            if (isGoal.test(goal) && ways.misses(goal) && told.add(goal.node().id())) {
                List<String> way = ways.wayPast(goal);
                findings.fault(goal.node(), "policy-way", policy.because(), String.join(" > ", way));
            }
        }
    }
}
