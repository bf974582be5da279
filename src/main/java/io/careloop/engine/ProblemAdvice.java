package io.careloop.engine;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.careloop.engine.Problems.FieldProblem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What a request got wrong: programs read it as a problem, people on an error page. */
@ControllerAdvice
@Order(0)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> fields = ex.getFieldErrors().stream()
                .map(error -> new FieldProblem(error.getField(), error.getDefaultMessage()))
                .toList();
        return handleExceptionInternal(ex, problems.in(status, fields), headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        // a body that grew too large while it was read
        if (NestedExceptionUtils.getMostSpecificCause(ex) instanceof ProblemException problem) {
            return handleExceptionInternal(problem, null, problem.getHeaders(), problem.getStatusCode(), request);
        }
        return handleExceptionInternal(ex, unreadable(ex, status), headers, status, request);
    }

    private ProblemDetail unreadable(HttpMessageNotReadableException ex, HttpStatusCode status) {
        if (ex.getCause() instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            String code = mapping instanceof UnrecognizedPropertyException ? "unknown" : "type";
            return problems.in(status, List.of(problems.field(pathOf(mapping), "problem.field." + code)));
        }
        return problems.because(status, "problem.unreadable");
    }

    private static String pathOf(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception ex, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ServletWebRequest web = (ServletWebRequest) request;
        if (!Problems.wantsProblem(web.getRequest().getRequestURI(), web.getRequest())) {
            if (ex instanceof ProblemException problem) {
                request.setAttribute(
                        ErrorPages.SENTENCE,
                        problems.because(status, problem.code()).getDetail(),
                        RequestAttributes.SCOPE_REQUEST);
            }
            return page(web.getResponse(), headers, status);
        }
        return super.handleExceptionInternal(ex, body == null ? general(ex, status) : body, headers, status, request);
    }

    private ProblemDetail general(Exception ex, HttpStatusCode status) {
        return ex instanceof ProblemException problem ? problems.because(status, problem.code()) : problems.of(status);
    }

    private static ResponseEntity<Object> page(
            HttpServletResponse response, HttpHeaders headers, HttpStatusCode status) {
        headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        try {
            response.sendError(status.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }
}
