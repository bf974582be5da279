package io.careloop.insight.web;

import io.careloop.insight.Projections;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tables that the console reads. */
@RestController
@RequestMapping("/api/insight/projection")
class ProjectionController {

    private final Projections projections;

    ProjectionController(Projections projections) {
        this.projections = projections;
    }

    /** How many changes are not told yet; 0 when the tables say what the log says. */
    @GetMapping
    Progress progress() {
        return new Progress(projections.pending());
    }

    /** Drops the tables; they are made anew from the log in the background. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Progress rebuild() {
        projections.rebuild();
        return progress();
    }

    record Progress(long pending) {}
}
