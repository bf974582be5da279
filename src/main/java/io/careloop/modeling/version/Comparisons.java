package io.careloop.modeling.version;

import io.careloop.engine.ModelKind;
import io.careloop.engine.RunningModels;
import io.careloop.engine.SystemCalls;
import io.careloop.modeling.check.XmlFiles;
import io.careloop.modeling.drift.Difference;
import io.careloop.modeling.drift.Differences;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** How two versions of a diagram differ, and the forms that came with them. */
@Service
public class Comparisons {

    private final Versions versions;
    private final RunningModels models;
    private final SystemCalls system;

    Comparisons(Versions versions, RunningModels models, SystemCalls system) {
        this.versions = versions;
        this.models = models;
        this.system = system;
    }

    /**
     * @param words in the diagram
     * @param moved what stands in another place
     * @param forms differences of forms that both versions have, by the key of the form
     */
    public record Comparison(List<Difference> words, List<Difference> moved, Map<String, List<Difference>> forms) {

        public boolean isEmpty() {
            return words.isEmpty() && moved.isEmpty() && forms.isEmpty();
        }

        /** Ids of elements that differ in this way. */
        public Set<String> ids(Difference.Kind kind) {
            return Stream.concat(words.stream(), moved.stream())
                    .filter(difference -> difference.kind() == kind)
                    .map(Difference::elementId)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    public Comparison between(DiagramVersion before, DiagramVersion after) {
        byte[] first = versions.contentOf(before);
        byte[] second = versions.contentOf(after);
        return new Comparison(
                Differences.between(ModelKind.DIAGRAM, first, second),
                Differences.moved(first, second),
                system.ask(() -> forms(before, after, second)));
    }

    private Map<String, List<Difference>> forms(DiagramVersion before, DiagramVersion after, byte[] diagram) {
        Map<String, List<Difference>> differences = new TreeMap<>();
        XmlFiles.read(diagram)
                .all()
                .map(node -> node.camunda("formRef"))
                .filter(form -> !form.isEmpty())
                .distinct()
                .forEach(form -> models.contentBeside(before.model(), ModelKind.FORM, form)
                        .ifPresent(old -> models.contentBeside(after.model(), ModelKind.FORM, form)
                                .map(now -> Differences.between(ModelKind.FORM, old, now))
                                .filter(found -> !found.isEmpty())
                                .ifPresent(found -> differences.put(form, found))));
        return differences;
    }
}
