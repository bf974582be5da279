package io.careloop.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends requests that are too large or of an unknown method before anything reads them. The engine's own REST API and web
 * apps, through which diagrams are deployed, and file uploads have limits of their own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class RequestLimits extends OncePerRequestFilter {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");

    private final long largestBody;
    private final Problems problems;
    private final ObjectMapper json;

    RequestLimits(Properties properties, Problems problems, ObjectMapper json) {
        this.largestBody = properties.largestBody().toBytes();
        this.problems = problems;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!METHODS.contains(request.getMethod())) {
            refuse(response, HttpStatus.METHOD_NOT_ALLOWED);
        } else if (request.getDispatcherType() == DispatcherType.ERROR || hasLimitsOfItsOwn(request)) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > largestBody) {
            response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
        } else {
            chain.doFilter(request.getContentLengthLong() < 0 ? new Counted(request) : request, response);
        }
    }

    /** The server refuses some methods by itself, and then asks for an error page with the same method. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static boolean hasLimitsOfItsOwn(HttpServletRequest request) {
        String path = request.getRequestURI();
        String type = request.getContentType();
        return path.startsWith("/engine-rest/")
                || path.startsWith("/camunda/")
                || type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /** Written here, since an error page would be asked for with the same unknown method. */
    private void refuse(HttpServletResponse response, HttpStatus status) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.ALLOW, "GET, HEAD, POST, PUT, DELETE, OPTIONS, PATCH");
        json.writeValue(response.getOutputStream(), problems.of(status));
    }

    /** @param largestBody bytes that one request may send, files aside */
    @ConfigurationProperties("careloop.web")
    record Properties(@DefaultValue("1MB") DataSize largestBody) {}

    /** A body that does not say its length is counted while it is read. */
    private class Counted extends HttpServletRequestWrapper {

        Counted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountingStream(super.getInputStream());
        }
    }

    private class CountingStream extends ServletInputStream {

        private final ServletInputStream body;
        private long count;

        CountingStream(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            counted(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = body.read(buffer, offset, length);
            counted(Math.max(0, read));
            return read;
        }

        private void counted(int bytes) {
            count += bytes;
            if (count > largestBody) {
                throw new ProblemException(HttpStatus.PAYLOAD_TOO_LARGE, "problem.413.detail");
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
