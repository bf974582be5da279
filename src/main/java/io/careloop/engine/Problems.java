package io.careloop.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Problem details (RFC 9457) in the reader's words: {@code problem.<status>.title} and {@code .detail}. */
@Component
public class Problems {

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    /** What the status means, in general words. */
    public ProblemDetail of(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, text(status, "detail", null));
        problem.setTitle(text(status, "title", known == null ? null : known.getReasonPhrase()));
        return problem;
    }

    /** @param code key of the sentence in the message bundle */
    public ProblemDetail because(HttpStatusCode status, String code, Object... arguments) {
        ProblemDetail problem = of(status);
        problem.setDetail(sentence(code, arguments));
        return problem;
    }

    /** The request cannot be taken because of these fields; the reader finds them as {@code errors}. */
    public ProblemDetail in(HttpStatusCode status, List<FieldProblem> fields) {
        ProblemDetail problem = because(status, "problem.fields");
        problem.setProperty("errors", fields);
        return problem;
    }

    public FieldProblem field(String name, String code, Object... arguments) {
        return new FieldProblem(name, sentence(code, arguments));
    }

    /** Whether the caller is a program, and so wants a problem and not a page. */
    static boolean wantsProblem(String path, HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return path.startsWith("/api/")
                || path.startsWith("/v3/api-docs")
                || accept != null && accept.contains("json") && !accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private String sentence(String code, Object... arguments) {
        return messages.getMessage(code, arguments, of(HttpStatus.BAD_REQUEST).getTitle(), locale());
    }

    private String text(HttpStatusCode status, String part, String fallback) {
        return messages.getMessage("problem." + status.value() + "." + part, null, fallback, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    /** One field that cannot be taken as it is. */
    public record FieldProblem(String field, String message) {}
}
