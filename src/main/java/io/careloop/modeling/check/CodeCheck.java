package io.careloop.modeling.check;

import java.util.Set;

/** A diagram holds no code: what is done is called by its name, and everything else is a value or a variable. */
class CodeCheck implements DiagramCheck {

    private static final String FORERUNNER = "http://activiti.org/bpmn";
    private static final Set<String> CLASSES =
            Set.of("class", "formHandlerClass", "variableMappingClass", "variableMappingDelegateExpression");
    private static final Set<String> SCRIPT_ATTRIBUTES = Set.of("scriptFormat", "language", "resource");

    @Override
    public void check(Diagram diagram, Shelf shelf, Findings findings) {
        diagram.definitions().children().filter(Node::isBpmn).flatMap(Node::all).forEach(node -> {
            checkElement(node, findings);
            checkAttributes(node, findings);
        });
    }

    private static void checkElement(Node node, Findings findings) {
        switch (node.type()) {
            case "scriptTask", "script" -> findings.fault(node, "script");
            case "connector" -> findings.fault(node, "connector");
            case "executionListener", "taskListener" -> checkListener(node, findings);
            case "validator", "failedJobListener" -> findings.fault(node, "listener");
            case "field" -> findings.fault(node, "field", node.attribute("name"));
            case "constraint" -> checkConstraint(node, findings);
            default -> {
                // plain BPMN
            }
        }
        if (FORERUNNER.equals(node.xml().getNamespaceURI())) {
            findings.fault(node, "forerunner");
        }
    }

    /** What is called at an element stands in a task, where everybody sees it. */
    private static void checkListener(Node node, Findings findings) {
        if (node.children("script").findAny().isEmpty()) {
            findings.fault(node, "listener");
        }
    }

    /** Of the constraints of a form field, one alone runs code. */
    private static void checkConstraint(Node node, Findings findings) {
        if (node.attribute("name").equals("validator")) {
            findings.fault(node, "class", node.attribute("config"));
        }
    }

    private static void checkAttributes(Node node, Findings findings) {
        node.attributes().forEach(attribute -> {
            String name = attribute.getLocalName();
            boolean own = Node.CAMUNDA.equals(attribute.getNamespaceURI())
                    || Node.CAMUNDA.equals(node.xml().getNamespaceURI());
            if (FORERUNNER.equals(attribute.getNamespaceURI())) {
                findings.fault(node, "forerunner");
            } else if (own && CLASSES.contains(name)) {
                findings.fault(node, "class", attribute.getValue());
            } else if (own && name.equals("expression") && !isListener(node)) {
                findings.fault(node, "expression-task", attribute.getValue());
            } else if (isScript(node, name, own)) {
                findings.fault(node, "script");
            }
        });
        checkType(node, findings);
    }

    private static boolean isListener(Node node) {
        return node.type().endsWith("Listener");
    }

    private static boolean isScript(Node node, String attribute, boolean own) {
        return SCRIPT_ATTRIBUTES.contains(attribute)
                && !node.is("script")
                && !node.is("scriptTask")
                && (own || node.type().endsWith("xpression") || node.is("condition"));
    }

    private static void checkType(Node node, Findings findings) {
        String type = node.camunda("type");
        if (type.equals("external")) {
            findings.fault(node, "external", node.camunda("topic"));
        } else if (!type.isEmpty()) {
            findings.fault(node, "task-type", type);
        }
    }
}
