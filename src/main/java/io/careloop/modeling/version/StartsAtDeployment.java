package io.careloop.modeling.version;

import io.careloop.engine.DeploymentCheck;
import io.careloop.engine.ModelFile;
import io.careloop.engine.ModelFinding;
import io.careloop.engine.ModelFinding.Weight;
import io.careloop.engine.ModelKind;
import io.careloop.modeling.check.UnreadableFileException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** While cases begin in an earlier version, no deployment takes the ways away by which they begin. */
@Component
class StartsAtDeployment implements DeploymentCheck {

    private final CurrentVersions current;
    private final Versions versions;

    StartsAtDeployment(CurrentVersions current, Versions versions) {
        this.current = current;
        this.versions = versions;
    }

    @Override
    public List<ModelFinding> check(List<ModelFile> files) {
        return current.all().entrySet().stream()
                .flatMap(entry -> files.stream()
                        .filter(file ->
                                file.kind().filter(ModelKind.DIAGRAM::equals).isPresent())
                        .flatMap(file -> check(file, entry.getKey(), entry.getValue())))
                .toList();
    }

    private Stream<ModelFinding> check(ModelFile file, String key, NewCases newCases) {
        Set<Starts.Start> now = startsIn(file, key);
        if (now.isEmpty()) {
            return Stream.empty();
        }
        return versions
                .find(key, newCases.current())
                .filter(version -> !now.equals(Starts.of(versions.contentOf(version), key)))
                .map(version -> new ModelFinding(
                        Weight.FAULT,
                        file.name(),
                        key,
                        version.nameOrKey(),
                        "held-starts",
                        List.of(version.number()),
                        ""))
                .stream();
    }

    /** None in what cannot be read; other checks say so. */
    private static Set<Starts.Start> startsIn(ModelFile file, String key) {
        try {
            return Starts.of(file.content(), key);
        } catch (UnreadableFileException e) {
            return Set.of();
        }
    }
}
