package io.careloop.cases.web;

import io.careloop.cases.CaseNotFoundException;
import io.careloop.engine.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A case that is not there, and one that the reader may not see, look the same. */
class CaseNotFoundAdvice {

    @RestControllerAdvice(annotations = RestController.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class ForPrograms {

        private final Problems problems;

        ForPrograms(Problems problems) {
            this.problems = problems;
        }

        @ExceptionHandler
        ProblemDetail notFound(CaseNotFoundException e) {
            return problems.because(HttpStatus.NOT_FOUND, "desk.no-such-case");
        }
    }

    @ControllerAdvice
    static class ForPages {

        @ExceptionHandler
        void notFound(CaseNotFoundException e, HttpServletResponse response) throws IOException {
            response.sendError(HttpStatus.NOT_FOUND.value());
        }
    }

    private CaseNotFoundAdvice() {}
}
