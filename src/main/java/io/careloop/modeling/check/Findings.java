package io.careloop.modeling.check;

import io.careloop.engine.ModelFinding;
import io.careloop.engine.ModelFinding.Weight;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is found in one file. */
final class Findings {

    private static final Set<String> PARTS = Set.of("multiInstanceLoopCharacteristics", "standardLoopCharacteristics");

    private final String file;
    private final Set<ModelFinding> all = new LinkedHashSet<>();

    Findings(String file) {
        this.file = file;
    }

    void fault(Node node, String code, Object... arguments) {
        add(Weight.FAULT, node, code, arguments);
    }

    void hint(Node node, String code, Object... arguments) {
        add(Weight.HINT, node, code, arguments);
    }

    /**
     * A word that stands for nothing.
     *
     * @param known what it might have meant
     */
    void unknown(Node node, String code, String word, Collection<String> known, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(word));
        arguments.addAll(List.of(more));
        Node shown = shown(node);
        all.add(new ModelFinding(
                Weight.FAULT, file, shown.id(), shown.name(), code, arguments, Nearest.to(word, known)));
    }

    /** The same for what has an id and is no XML. */
    void unknown(String id, String name, String code, String word, Collection<String> known) {
        all.add(new ModelFinding(Weight.FAULT, file, id, name, code, List.of(word), Nearest.to(word, known)));
    }

    /** For what has an id and is no XML. */
    void fault(String id, String name, String code, Object... arguments) {
        all.add(new ModelFinding(Weight.FAULT, file, id, name, code, List.of(arguments)));
    }

    void hint(String id, String name, String code, Object... arguments) {
        all.add(new ModelFinding(Weight.HINT, file, id, name, code, List.of(arguments)));
    }

    /** Of the whole file. */
    void fault(String code, Object... arguments) {
        fault("", "", code, arguments);
    }

    List<ModelFinding> all() {
        return new ArrayList<>(all);
    }

    private void add(Weight weight, Node node, String code, Object... arguments) {
        Node shown = shown(node);
        all.add(new ModelFinding(weight, file, shown.id(), shown.name(), code, List.of(arguments)));
    }

    /** What can be clicked on in the Modeler: the task, not the parameter within it. */
    private static Node shown(Node node) {
        Node shown = node;
        while (!isShown(shown) && shown.parent().isPresent()) {
            shown = shown.parent().orElseThrow();
        }
        return shown;
    }

    private static boolean isShown(Node node) {
        return !node.id().isEmpty()
                && !node.type().endsWith("EventDefinition")
                && !node.type().endsWith("xpression")
                && !PARTS.contains(node.type())
                && !Node.CAMUNDA.equals(node.xml().getNamespaceURI());
    }
}
