package io.careloop.modeling.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.careloop.engine.DiagramNames;
import io.careloop.engine.ModelFile;
import io.careloop.engine.ModelFinding;
import io.careloop.engine.ModelKind;
import java.util.ArrayList;
import java.util.List;

/** All checks of diagrams, tables and forms, the same wherever they are asked: tests, page, deployment. */
public final class ModelChecks {

    private final Rules rules;
    private final List<DiagramCheck> diagramChecks;
    private final TableCheck tableCheck = new TableCheck();

    public ModelChecks() {
        rules = Rules.ofRelease();
        diagramChecks = List.of(
                new ShapeCheck(),
                new StructureCheck(),
                new LiteralCheck(),
                new CodeCheck(),
                new ExpressionCheck(rules),
                new DelegateCheck(),
                new VariableCheck(),
                new FieldCheck(),
                new ReferenceCheck(),
                new EventCheck(),
                new GatewayCheck(),
                new PolicyCheck(rules));
    }

    /** What expressions may name; the engine holds to it too. */
    public DiagramNames namesInExpressions() {
        return rules.expressions();
    }

    /**
     * @param files        looked at together: a diagram finds its forms among them
     * @param surroundings what else they can refer to
     * @return all that was found, in the order of the files
     */
    public List<ModelFinding> check(List<ModelFile> files, Surroundings surroundings) {
        Shelf shelf = new Shelf(surroundings);
        List<Runnable> checks = new ArrayList<>();
        List<Findings> found = new ArrayList<>();
        for (ModelFile file : files) {
            Findings findings = new Findings(file.name());
            found.add(findings);
            try {
                file.kind().ifPresent(kind -> checks.add(prepare(kind, file, shelf, findings)));
            } catch (UnreadableFileException e) {
                findings.fault("unreadable", e.getMessage());
            }
        }
        // only now is everything known that they refer to
        checks.forEach(Runnable::run);
        return found.stream().flatMap(findings -> findings.all().stream()).toList();
    }

    private Runnable prepare(ModelKind kind, ModelFile file, Shelf shelf, Findings findings) {
        return switch (kind) {
            case DIAGRAM -> {
                Diagram diagram = Diagram.read(file);
                shelf.put(diagram);
                yield () -> diagramChecks.forEach(check -> check.check(diagram, shelf, findings));
            }
            case TABLE -> {
                Node definitions = TableCheck.read(file.content());
                shelf.putTable(definitions);
                yield () -> {
                    tableCheck.check(definitions, file.content(), findings);
                    definitions
                            .children("decision")
                            .forEach(decision -> TableUseCheck.check(decision, shelf, findings));
                };
            }
            case FORM -> {
                JsonNode form = FormCheck.read(file.content());
                shelf.putForm(form);
                yield () -> FormCheck.check(form, findings);
            }
            case CASE_DIAGRAM -> () -> findings.fault("case-diagram");
        };
    }
}
