package io.careloop.engine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ResourceReport;

/**
 * Refuses a deployment as the engine itself would: the REST API answers it with 400. Its message says everything, since
 * the Modeler shows nothing else.
 */
class RefusedDeployment extends ParseException {

    private final transient List<ResourceReport> reports;

    /** @param findings faults, and hints beside them */
    static RefusedDeployment because(List<ModelFinding> findings, FindingWords words) {
        List<ModelFinding> faults =
                findings.stream().filter(ModelFinding::isFault).toList();
        String message = faults.stream()
                .map(fault -> "- " + words.line(fault, Locale.ENGLISH))
                .collect(Collectors.joining("\n", "Nothing was deployed.\n", ""));
        Map<String, List<ModelFinding>> byFile = findings.stream().collect(Collectors.groupingBy(ModelFinding::file));
        List<ResourceReport> reports = byFile.entrySet().stream()
                .<ResourceReport>map(entry -> new Report(
                        entry.getKey(),
                        problems(entry.getValue(), true, words),
                        problems(entry.getValue(), false, words)))
                .toList();
        return new RefusedDeployment(message, faults.get(0).file(), reports);
    }

    private RefusedDeployment(String message, String file, List<ResourceReport> reports) {
        super(message, file, List.of(), List.of());
        this.reports = reports;
    }

    @Override
    public List<ResourceReport> getResorceReports() {
        return reports;
    }

    private static List<Problem> problems(List<ModelFinding> findings, boolean faults, FindingWords words) {
        return findings.stream()
                .filter(finding -> finding.isFault() == faults)
                .<Problem>map(
                        finding -> new ElementProblem(finding.elementId(), words.sentence(finding, Locale.ENGLISH)))
                .toList();
    }

    private record Report(String getResourceName, List<Problem> getErrors, List<Problem> getWarnings)
            implements ResourceReport {}

    private record ElementProblem(String getMainElementId, String getMessage) implements Problem {

        @Override
        public int getLine() {
            return 0;
        }

        @Override
        public int getColumn() {
            return 0;
        }

        @Override
        public List<String> getElementIds() {
            return List.of(getMainElementId);
        }
    }
}
