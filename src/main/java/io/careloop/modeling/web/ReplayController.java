package io.careloop.modeling.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.engine.ProblemException;
import io.careloop.engine.Problems;
import io.careloop.modeling.replay.DeploymentReasons;
import io.careloop.modeling.replay.Replay;
import io.careloop.modeling.replay.Replay.Count;
import io.careloop.modeling.replay.Replays;
import io.careloop.modeling.web.ReplayRequests.Asked;
import io.careloop.modeling.web.ReplayRequests.Days;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Changed models tried on the past. A period is given in days of the service, the last one included; all other times are
 * UTC.
 */
@RestController
@RequestMapping("/api/modeling/replays")
class ReplayController {

    private final Replays replays;
    private final ReplayRequests requests;
    private final DeploymentReasons reasons;
    private final Problems problems;
    private final ObjectMapper json;

    ReplayController(
            Replays replays, ReplayRequests requests, DeploymentReasons reasons, Problems problems, ObjectMapper json) {
        this.replays = replays;
        this.requests = requests;
        this.reasons = reasons;
        this.problems = problems;
        this.json = json;
    }

    /** The newest first. */
    @GetMapping
    List<Run> all() {
        return replays.all().stream().map(replay -> run(replay, null)).toList();
    }

    /**
     * Asks a changed table (DMN), or the one that runs under {@code table}, what was asked before. Answers at once; 400
     * names what cannot be taken.
     */
    @PostMapping(path = "/tables", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Object> tryTable(
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(required = false) String table,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            Principal user) {
        return answer(requests.table(file, table, new Days(from, to), user.getName()));
    }

    /** Counts clocks by a changed {@code calendar} (JSON) or by a changed table of service levels (DMN). */
    @PostMapping(path = "/clocks", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Object> tryClocks(
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(required = false) String calendar,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            Principal user) {
        return answer(requests.clocks(file, calendar, new Days(from, to), user.getName()));
    }

    /**
     * Plays past cases through a changed diagram (BPMN), or through the one that runs under {@code diagram}: its cases that
     * began in the period and are over.
     */
    @PostMapping(path = "/diagrams", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Object> tryDiagram(
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(required = false) String diagram,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            Principal user) {
        return answer(requests.diagram(file, diagram, new Days(from, to), user.getName()));
    }

    /** Says why the file of a run is deployed though it leaves many cases stuck; the first reason stays. */
    @PutMapping("/{id:\\d+}/reason")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveReason(@PathVariable long id, @Valid @RequestBody GivenReason body, Principal user) {
        reasons.give(find(id), user.getName(), body.reason());
    }

    record GivenReason(@NotBlank @Size(max = 1000) String reason) {}

    @GetMapping("/{id:\\d+}")
    Run one(@PathVariable long id) {
        return run(find(id), replays.countsOf(id));
    }

    /** Ends it soon, with what has come of it; one that is over stays as it is. */
    @DeleteMapping("/{id:\\d+}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable long id) {
        find(id);
        replays.cancel(id);
    }

    /** All that would have been different or cannot be told, one by one. */
    @GetMapping("/{id:\\d+}/cases.{format:csv|json}")
    void cases(@PathVariable long id, @PathVariable String format, HttpServletResponse response) throws IOException {
        find(id);
        boolean isTable = format.equals("csv");
        response.setContentType(isTable ? "text/csv" : MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("replay-%d.%s".formatted(id, format))
                        .build()
                        .toString());
        ReplayFile file = new ReplayFile(json, response.getWriter());
        if (isTable) {
            file.csv(take -> replays.eachRow(id, take));
        } else {
            file.json(take -> replays.eachRow(id, take));
        }
    }

    private ResponseEntity<Object> answer(Asked asked) {
        if (asked.id() == null) {
            return ResponseEntity.badRequest()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problems.in(
                            HttpStatus.BAD_REQUEST,
                            asked.faults().stream()
                                    .map(fault -> problems.field(fault.field(), fault.code(), fault.arguments()))
                                    .toList()));
        }
        return ResponseEntity.accepted()
                .location(URI.create("/api/modeling/replays/" + asked.id()))
                .body(one(asked.id()));
    }

    private Run run(Replay replay, List<Count> changes) {
        boolean needsReason =
                reasons.isNeededFor(replay) && reasons.find(replay.sha256()).isEmpty();
        return new Run(replay, replay.done(), changes, needsReason);
    }

    private Replay find(long id) {
        return replays.find(id).orElseThrow(() -> new ProblemException(HttpStatus.NOT_FOUND, "replay.none"));
    }

    /**
     * @param done   of the total, 0 until it runs
     * @param changes from what to what, and how often; left out in the list of all
     * @param needsReason whether the file is not deployed until somebody says why
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Run(
            @JsonUnwrapped @JsonIgnoreProperties("goingOn") Replay replay,
            long done,
            List<Count> changes,
            boolean needsReason) {}
}
