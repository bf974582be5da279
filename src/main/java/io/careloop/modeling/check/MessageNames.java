package io.careloop.modeling.check;

import io.careloop.engine.ModelFile;
import io.careloop.engine.ModelKind;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The messages that a release sends: tests see to it that each name in its code stands in one of its diagrams, so the
 * diagrams know them all.
 */
public final class MessageNames {

    public static Set<String> in(Collection<ModelFile> released) {
        return released.stream()
                .filter(file -> file.kind().filter(ModelKind.DIAGRAM::equals).isPresent())
                .flatMap(file -> Diagram.read(file).names("message", "name").values().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private MessageNames() {}
}
