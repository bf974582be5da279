package io.careloop.modeling.replay;

import io.careloop.engine.DeploymentCheck;
import io.careloop.engine.ModelFile;
import io.careloop.engine.ModelFiles;
import io.careloop.engine.ModelFinding;
import io.careloop.engine.ModelFinding.Weight;
import io.careloop.engine.ModelKind;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Refuses a diagram of which it is known that too many past cases would get stuck in it, until somebody has given a reason.
 * A file that nobody has tried is not refused, and neither is one of the release.
 */
@Component
class StuckCasesCheck implements DeploymentCheck {

    private final ReplayStore store;
    private final DeploymentReasons reasons;
    private final ModelFiles released;

    StuckCasesCheck(ReplayStore store, DeploymentReasons reasons, ModelFiles released) {
        this.store = store;
        this.reasons = reasons;
        this.released = released;
    }

    @Override
    public List<ModelFinding> check(List<ModelFile> files) {
        return files.stream()
                .filter(file -> file.kind().filter(ModelKind.DIAGRAM::equals).isPresent())
                .flatMap(file -> finding(file).stream())
                .toList();
    }

    private Optional<ModelFinding> finding(ModelFile file) {
        return store.mostToldOf(file.sha256())
                .filter(reasons::isNeededFor)
                .filter(replay -> reasons.find(file.sha256()).isEmpty())
                .filter(replay -> !isReleased(file))
                .map(replay -> new ModelFinding(
                        Weight.FAULT,
                        file.name(),
                        "",
                        "",
                        "stuck-cases",
                        List.of(
                                replay.count(Outcome.FAILED),
                                replay.told(),
                                reasons.mostStuckPercent(),
                                "/modeling/replay/" + replay.id())));
    }

    private boolean isReleased(ModelFile file) {
        return released.all().stream().anyMatch(one -> one.sha256().equals(file.sha256()));
    }
}
