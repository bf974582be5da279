package io.careloop.insight.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.cases.CasesProperties;
import io.careloop.cases.Reader;
import io.careloop.insight.EventLog;
import io.careloop.insight.EventLog.Entry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What happened in the processes of the cases that were registered in a period, as a file: XES, CSV or JSON. Days are
 * those of the service, the last one included. Nothing in it says who the customers are.
 */
@RestController
@RequestMapping("/api/insight")
class EventLogController {

    private final EventLog events;
    private final ObjectMapper json;
    private final ZoneId zone;

    EventLogController(EventLog events, ObjectMapper json, CasesProperties properties) {
        this.events = events;
        this.json = json;
        this.zone = properties.zone();
    }

    @GetMapping("/events.{format:xes|csv|json}")
    void events(
            @PathVariable String format,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            Reader reader,
            HttpServletResponse response)
            throws IOException {
        EventWriter writer = switch (format) {
            case "xes" -> new XesWriter(file(response, "application/xml", format));
            case "csv" -> new CsvEventWriter(file(response, "text/csv", format));
            default -> new JsonEventWriter(json, file(response, "application/json", format));
        };
        writer.begin();
        events.each(
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant(),
                reader,
                entry -> write(writer, entry));
        writer.end();
    }

    private static Writer file(HttpServletResponse response, String type, String format) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("events." + format)
                        .build()
                        .toString());
        return response.getWriter();
    }

    private static void write(EventWriter writer, Entry entry) {
        try {
            writer.write(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
