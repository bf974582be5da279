package io.careloop.modeling.web;

import io.careloop.engine.Deviation;
import io.careloop.engine.Deviations;
import io.careloop.engine.FindingWords;
import io.careloop.engine.ModelKind;
import io.careloop.engine.Origin;
import io.careloop.engine.ProblemException;
import io.careloop.engine.RunningModel;
import io.careloop.engine.RunningModels;
import io.careloop.modeling.RunningChecks;
import io.careloop.modeling.RunningChecks.Result;
import io.careloop.modeling.drift.Difference;
import io.careloop.modeling.drift.Differences;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Checks of models, and where what runs differs from the release. Times are UTC. */
@RestController
@RequestMapping("/api/modeling")
class ModelingController {

    private final RunningChecks checks;
    private final Deviations deviations;
    private final RunningModels running;
    private final FindingWords words;

    ModelingController(RunningChecks checks, Deviations deviations, RunningModels running, FindingWords words) {
        this.checks = checks;
        this.deviations = deviations;
        this.running = running;
        this.words = words;
    }

    /** What the checks say to the versions that run. */
    @GetMapping("/checks")
    Checked checkWhatRuns(Locale locale) {
        return checked(checks.checkWhatRuns(), locale);
    }

    /** What the checks would say at the deployment of these files; nothing is deployed. */
    @PostMapping(path = "/checks", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Checked check(@RequestParam List<MultipartFile> files, Locale locale) {
        return checked(checks.check(Uploads.models(files)), locale);
    }

    /** What runs in an owner's version instead of the release's. */
    @GetMapping("/drift")
    List<Drift> drift() {
        return deviations.all().stream()
                .map(found -> Drift.of(found.running(), found.origin()))
                .toList();
    }

    /** Diagrams, tables and forms that only their owners have. */
    @GetMapping("/additions")
    List<Drift> additions() {
        return deviations.additions().stream()
                .map(found -> Drift.of(found.running(), found.origin()))
                .toList();
    }

    /** The difference in words, from the release's version to the owner's. */
    @GetMapping("/drift/{kind}/{key}")
    List<Difference> differences(@PathVariable ModelKind kind, @PathVariable String key) {
        Deviation found = deviations.find(kind, key).orElseThrow(ModelingController::none);
        return Differences.between(kind, found.released().content(), found.owners());
    }

    /** Puts the release's version in the place of the owner's. */
    @PostMapping("/drift/{kind}/{key}/overtaking")
    void overtake(
            @PathVariable ModelKind kind,
            @PathVariable String key,
            @Valid @RequestBody Decision decision,
            Principal user) {
        if (!deviations.overtake(kind, key, user.getName(), decision.reason())) {
            throw none();
        }
    }

    /**
     * The file of a version.
     *
     * @param version of a diagram; the newest without it, as for tables and forms
     */
    @GetMapping("/models/{kind}/{key}")
    ResponseEntity<byte[]> download(
            @PathVariable ModelKind kind, @PathVariable String key, @RequestParam Optional<Integer> version) {
        RunningModel model = version.filter(number -> kind == ModelKind.DIAGRAM)
                .map(number -> running.versionsOf(key).stream()
                        .filter(one -> one.version() == number)
                        .findFirst())
                .orElseGet(() -> running.find(kind, key))
                .orElseThrow(ModelingController::none);
        return ResponseEntity.ok()
                .contentType(kind == ModelKind.FORM ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(key + "." + kind.ending())
                                .build()
                                .toString())
                .body(running.contentOf(model));
    }

    private Checked checked(Result result, Locale locale) {
        List<ShownFinding> findings = ShownFinding.all(result.findings(), words, locale);
        return new Checked(result.models(), findings.stream().noneMatch(ShownFinding::fault), findings);
    }

    private static ProblemException none() {
        return new ProblemException(HttpStatus.NOT_FOUND, "modeling.none");
    }

    /** @param deployable whether a deployment would be taken */
    record Checked(int models, boolean deployable, List<ShownFinding> findings) {}

    record Decision(@NotBlank @Size(max = 1000) String reason) {}

    record Drift(ModelKind kind, String key, String name, int version, String by, Instant deployedAt, String source) {

        static Drift of(RunningModel model, Origin origin) {
            return new Drift(
                    model.kind(),
                    model.key(),
                    model.name(),
                    model.version(),
                    origin.user(),
                    origin.deployedAt(),
                    origin.source());
        }
    }
}
