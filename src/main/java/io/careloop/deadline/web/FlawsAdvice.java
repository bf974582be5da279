package io.careloop.deadline.web;

import io.careloop.engine.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice(assignableTypes = {CalendarController.class, PreviewController.class})
@Order(-1)
class FlawsAdvice {

    private final Problems problems;

    FlawsAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ProblemDetail refused(FlawsException refused) {
        return problems.in(
                HttpStatus.BAD_REQUEST,
                refused.flaws().stream()
                        .map(flaw -> problems.field(
                                flaw.field(), flaw.code(), flaw.arguments().toArray()))
                        .toList());
    }
}
