package io.careloop.modeling;

import io.careloop.engine.ModelFile;
import io.careloop.engine.ModelFinding;
import io.careloop.engine.ModelInspection;
import io.careloop.engine.RunningModels;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Checks models without deploying them: what runs, or files that somebody brings. */
@Service
public class RunningChecks {

    private final ModelInspection inspection;
    private final RunningModels running;

    RunningChecks(ModelInspection inspection, RunningModels running) {
        this.inspection = inspection;
        this.running = running;
    }

    /** @param models how many were looked at */
    public record Result(int models, List<ModelFinding> findings) {}

    public Result check(List<ModelFile> files) {
        return new Result(files.size(), inspection.inspect(files));
    }

    /** The newest versions of all diagrams, tables and forms. */
    public Result checkWhatRuns() {
        return check(Stream.concat(running.diagramsAndTables().stream(), running.forms().stream())
                .map(model -> new ModelFile(model.key() + "." + model.kind().ending(), running.contentOf(model)))
                .toList());
    }
}
