package io.careloop.modeling.check;

import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A task that keeps what somebody filled in comes after a form that asks for it. */
class FieldCheck implements DiagramCheck {

    @Override
    public void check(Diagram diagram, Shelf shelf, Findings findings) {
        for (Node process : diagram.processes()) {
            KnownVariables known = KnownVariables.of(process, diagram, shelf);
            diagram.nodes().stream()
                    .filter(node -> node.ancestors().anyMatch(process::equals))
                    .forEach(node -> shelf.callOf(node)
                            .filter(call -> call.fields().length > 0)
                            .ifPresent(call -> check(node, call, known, new Before(diagram), shelf, findings)));
        }
    }

    private static void check(
            Node node, DiagramCall call, KnownVariables known, Before before, Shelf shelf, Findings findings) {
        List<String> fields = Arrays.asList(call.fields());
        Set<String> own = Arrays.stream(call.outputs()).map(DiagramOutput::name).collect(Collectors.toSet());
        boolean comesOtherwise =
                fields.stream().anyMatch(field -> known.isSetWithoutForm(field) && !own.contains(field));
        for (Node asking : before.formsOf(node)) {
            String form = asking.camunda("formRef");
            Set<String> asked = shelf.form(form)
                    .map(found -> FormCheck.variables(found.path("components")))
                    .orElse(Set.of());
            List<String> missing =
                    fields.stream().filter(field -> !asked.contains(field)).toList();
            if (missing.size() < fields.size() || comesOtherwise) {
                missing.forEach(field -> findings.hint(node, "field-unasked", field, form, call.name()));
            } else if (shelf.hasForm(form)) {
                findings.fault(node, "fields-unasked", call.name(), form, String.join(", ", missing));
            }
        }
    }
}
