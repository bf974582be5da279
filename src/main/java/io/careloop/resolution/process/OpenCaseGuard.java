package io.careloop.resolution.process;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.engine.EndingGuard;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * No case that is not over is left without its frame. Whoever deletes an instance that a frame called, such as a
 * scenario, would delete the frame with it.
 */
@Component
class OpenCaseGuard implements EndingGuard {

    private static final String REFUSED = "case-not-over";

    private final CaseFiles cases;

    OpenCaseGuard(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public Optional<String> keepsOpen(String processKey, String businessKey, Function<String, Object> variables) {
        boolean open = processKey.equals(ResolutionModel.SERVICE_REQUEST)
                && CaseReference.parse(businessKey)
                        .flatMap(cases::find)
                        .filter(file -> !file.status().isOver())
                        .isPresent();
        return open ? Optional.of(REFUSED) : Optional.empty();
    }
}
