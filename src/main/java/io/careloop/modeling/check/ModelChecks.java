package io.careloop.modeling.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.careloop.engine.DiagramNames;
import io.careloop.engine.ModelFile;
import io.careloop.engine.ModelFinding;
import io.careloop.engine.ModelKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All checks of diagrams, tables and forms, the same wherever they are asked: tests, page, deployment. */
public final class ModelChecks {

    /** Those that look into forms and tables. */
    private static final List<DiagramCheck> ABOUT_OTHERS =
            List.of(new VariableCheck(), new FieldCheck(), new ReferenceCheck());

    private final Rules rules;
    private final List<DiagramCheck> diagramChecks;
    private final TableCheck tableCheck;

    public ModelChecks() {
        rules = Rules.ofRelease();
        tableCheck = new TableCheck(rules);
        diagramChecks = List.of(
                new ShapeCheck(rules),
                new StructureCheck(),
                new EndCheck(),
                new LiteralCheck(),
                new CodeCheck(),
                new ExpressionCheck(rules),
                new DelegateCheck(),
                new VariableCheck(),
                new FieldCheck(),
                new ReferenceCheck(),
                new BindingCheck(),
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
                file.kind()
                        .ifPresentOrElse(
                                kind -> checks.add(bounded(prepare(kind, file, shelf, findings), findings)),
                                // the engine would keep it, and nobody would ever read it
                                () -> findings.fault("file-kind"));
            } catch (UnreadableFileException e) {
                findings.fault("unreadable", e.getMessage());
            } catch (StackOverflowError e) {
                findings.fault("too-deep");
            }
        }
        // only now is everything known that they refer to
        checks.forEach(Runnable::run);
        return Stream.concat(
                        found.stream().flatMap(findings -> findings.all().stream()),
                        shelf.affected().stream().flatMap(diagram -> broken(diagram, shelf)))
                .toList();
    }

    /** What in a diagram that runs would be wrong only with the forms and tables of the deployment. */
    private static Stream<ModelFinding> broken(Diagram diagram, Shelf shelf) {
        Set<ModelFinding> before = new HashSet<>(found(diagram, new Shelf(shelf.surroundings())));
        return found(diagram, shelf).stream().filter(finding -> finding.isFault() && !before.contains(finding));
    }

    private static List<ModelFinding> found(Diagram diagram, Shelf shelf) {
        Findings findings = new Findings(diagram.file());
        ABOUT_OTHERS.forEach(check -> check.check(diagram, shelf, findings));
        return findings.all();
    }

    /** What is nested a thousandfold is no model of anybody's, and no reader of it gets to its end. */
    private static Runnable bounded(Runnable check, Findings findings) {
        return () -> {
            try {
                check.run();
            } catch (StackOverflowError e) {
                findings.fault("too-deep");
            }
        };
    }

    private Runnable prepare(ModelKind kind, ModelFile file, Shelf shelf, Findings findings) {
        return switch (kind) {
            case DIAGRAM -> {
                Diagram diagram = Diagram.read(file);
                shelf.put(diagram, findings);
                yield () -> diagramChecks.forEach(check -> check.check(diagram, shelf, findings));
            }
            case TABLE -> {
                Node definitions = TableCheck.read(file.content());
                shelf.putTable(definitions, findings);
                yield () -> tableCheck.check(definitions, file.content(), shelf, findings);
            }
            case FORM -> {
                JsonNode form = FormCheck.read(file.content());
                shelf.putForm(form, findings);
                yield () -> FormCheck.check(form, findings);
            }
            case CASE_DIAGRAM -> () -> findings.fault("case-diagram");
        };
    }
}
