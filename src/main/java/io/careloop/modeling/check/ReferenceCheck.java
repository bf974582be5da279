package io.careloop.modeling.check;

import io.careloop.modeling.check.Surroundings.Vocabulary;
import java.util.Arrays;

/** Forms, tables, diagrams and groups that a diagram names are there. */
class ReferenceCheck implements DiagramCheck {

    @Override
    public void check(Diagram diagram, Shelf shelf, Findings findings) {
        for (Node node : diagram.nodes()) {
            if (node.is("userTask") || node.is("startEvent")) {
                checkForm(node, shelf, findings);
            }
            if (node.is("userTask")) {
                checkGroups(node, node.camunda("candidateGroups"), shelf, findings);
                checkWhoDoesIt(node, findings);
            }
            if (node.is("callActivity")) {
                checkCall(node, shelf, findings);
            }
            if (node.is("businessRuleTask") && !node.camunda("decisionRef").isEmpty()) {
                checkDecision(node, shelf, findings);
            }
        }
        diagram.processes()
                .forEach(process -> checkGroups(process, process.camunda("candidateStarterGroups"), shelf, findings));
    }

    private static void checkForm(Node node, Shelf shelf, Findings findings) {
        String form = node.camunda("formRef");
        if (!node.camunda("formKey").isEmpty()) {
            findings.fault(node, "form-key", node.camunda("formKey"));
        } else if (!form.isEmpty() && !Expressions.isExpression(form) && !shelf.hasForm(form)) {
            findings.unknown(node, "form-missing", form, shelf.surroundings().known(Vocabulary.FORMS));
        } else if (node.is("userTask")
                && form.isEmpty()
                && node.extensions("formData").findAny().isEmpty()) {
            findings.hint(node, "no-form");
        }
    }

    private static void checkGroups(Node node, String groups, Shelf shelf, Findings findings) {
        Arrays.stream(groups.split(","))
                .map(String::strip)
                .filter(group -> !group.isEmpty() && !Expressions.isExpression(group))
                .filter(group -> !shelf.surroundings().hasGroup(group))
                .forEach(group -> findings.unknown(
                        node, "group", group, shelf.surroundings().known(Vocabulary.GROUPS)));
    }

    private static void checkWhoDoesIt(Node node, Findings findings) {
        if (!namesAny(node.camunda("candidateGroups"))
                && !namesAny(node.camunda("candidateUsers"))
                && node.camunda("assignee").isEmpty()
                && node.children("potentialOwner").findAny().isEmpty()
                && node.children("humanPerformer").findAny().isEmpty()) {
            findings.fault(node, "nobody");
        }
    }

    private static boolean namesAny(String list) {
        return Arrays.stream(list.split(",")).anyMatch(name -> !name.isBlank());
    }

    private static void checkCall(Node node, Shelf shelf, Findings findings) {
        String called = node.attribute("calledElement");
        if (called.isEmpty() && node.camunda("caseRef").isEmpty()) {
            findings.fault(node, "call-empty");
        } else if (!node.camunda("caseRef").isEmpty()) {
            findings.fault(node, "case-diagram");
        } else if (!Expressions.isExpression(called) && !shelf.hasProcess(called)) {
            findings.unknown(node, "call-missing", called, shelf.surroundings().known(Vocabulary.DIAGRAMS));
        }
    }

    private static void checkDecision(Node node, Shelf shelf, Findings findings) {
        String decision = node.camunda("decisionRef");
        if (Expressions.isExpression(decision)) {
            return;
        }
        if (!shelf.hasDecision(decision)) {
            findings.unknown(
                    node, "decision-missing", decision, shelf.surroundings().known(Vocabulary.TABLES));
            return;
        }
        shelf.decision(decision).ifPresent(table -> checkResult(node, table, findings));
    }

    /** One value of a table with several result columns fails when a case gets there. */
    private static void checkResult(Node node, Node decision, Findings findings) {
        String mapping = node.camunda("mapDecisionResult");
        boolean one = mapping.equals("singleEntry") || mapping.equals("singleResult");
        decision.children("decisionTable").findFirst().ifPresent(table -> {
            if (mapping.equals("singleEntry") && table.children("output").count() > 1) {
                findings.fault(node, "decision-several", decision.id());
            }
            if (one && table.attribute("hitPolicy").matches("COLLECT|RULE ORDER|OUTPUT ORDER")) {
                findings.hint(node, "decision-list", decision.id(), table.attribute("hitPolicy"));
            } else if (one && !Tables.hasRuleForAllElse(table)) {
                findings.hint(node, "decision-nothing", decision.id());
            }
        });
    }
}
