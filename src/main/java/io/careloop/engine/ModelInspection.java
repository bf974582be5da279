package io.careloop.engine;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All that is asked of models before they are deployed: by the checks, and by the engine's own parser. */
@Component
public class ModelInspection {

    private final ObjectProvider<DeploymentCheck> checks;
    private final EngineParser parser;

    ModelInspection(ObjectProvider<DeploymentCheck> checks, EngineParser parser) {
        this.checks = checks;
        this.parser = parser;
    }

    /** @param files looked at together, as one deployment */
    public List<ModelFinding> inspect(List<ModelFile> files) {
        List<ModelFinding> found = checks.orderedStream()
                .flatMap(check -> check.check(files).stream())
                .toList();
        Stream<ModelFinding> parsed = files.stream()
                .filter(file -> file.kind().filter(ModelKind.DIAGRAM::equals).isPresent())
                .flatMap(file -> parser.faultsOf(file).stream())
                .filter(fault -> found.stream().noneMatch(other -> isSaid(fault, other)));
        return Stream.concat(found.stream(), parsed).toList();
    }

    /** The checks say it in the words of owners; what the parser cannot place is mostly the cause of theirs. */
    private static boolean isSaid(ModelFinding fault, ModelFinding other) {
        return other.isFault()
                && other.file().equals(fault.file())
                && (fault.elementId().isEmpty()
                        || fault.elementId().equals(other.elementId())
                        || other.elementId().isEmpty());
    }
}
