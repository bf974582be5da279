package io.careloop.modeling;

import io.careloop.engine.DeploymentCheck;
import io.careloop.engine.ModelFile;
import io.careloop.engine.ModelFinding;
import io.careloop.modeling.check.ModelChecks;
import java.util.List;
import org.springframework.stereotype.Component;

/** Nothing gets into the engine that the checks refuse. */
@Component
class ChecksAtDeployment implements DeploymentCheck {

    private final ModelChecks checks;
    private final RunningSurroundings surroundings;

    ChecksAtDeployment(ModelChecks checks, RunningSurroundings surroundings) {
        this.checks = checks;
        this.surroundings = surroundings;
    }

    @Override
    public List<ModelFinding> check(List<ModelFile> files) {
        return checks.check(files, surroundings);
    }
}
