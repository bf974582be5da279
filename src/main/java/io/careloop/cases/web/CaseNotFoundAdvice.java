package io.careloop.cases.web;

import io.careloop.cases.CaseNotFoundException;
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

        @ExceptionHandler
        ProblemDetail notFound(CaseNotFoundException e) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no such case.");
            problem.setTitle("No such case");
            return problem;
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
