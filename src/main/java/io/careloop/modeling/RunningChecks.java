package io.careloop.modeling;

import io.careloop.engine.ModelFile;
import io.careloop.engine.ModelFiles;
import io.careloop.engine.ModelFinding;
import io.careloop.engine.ModelInspection;
import io.careloop.engine.ModelKind;
import io.careloop.engine.RunningModel;
import io.careloop.engine.RunningModels;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Checks models without deploying them: what runs, or files that somebody brings. */
@Service
public class RunningChecks {

    private final ModelInspection inspection;
    private final RunningModels running;
    private final ModelFiles released;

    RunningChecks(ModelInspection inspection, RunningModels running, ModelFiles released) {
        this.inspection = inspection;
        this.running = running;
        this.released = released;
    }

    /** @param models how many were looked at */
    public record Result(int models, List<ModelFinding> findings) {}

    public Result check(List<ModelFile> files) {
        return new Result(files.size(), inspection.inspect(files));
    }

    /** The newest versions of all diagrams and tables, and of the release's forms. */
    public Result checkWhatRuns() {
        Stream<RunningModel> forms = released.all().stream()
                .filter(file -> file.kind().filter(ModelKind.FORM::equals).isPresent())
                .flatMap(file -> running.find(ModelKind.FORM, file.key()).stream());
        return check(Stream.concat(running.diagramsAndTables().stream(), forms)
                .map(model -> new ModelFile(model.key() + "." + model.kind().ending(), running.contentOf(model)))
                .toList());
    }
}
