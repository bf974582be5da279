package io.careloop.insight.web;

import io.careloop.cases.CasesProperties;
import io.careloop.cases.Reader;
import io.careloop.engine.CsvCell;
import io.careloop.insight.CaseColumn;
import io.careloop.insight.CaseList;
import io.careloop.insight.CaseQuery;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of cases as a file for a spreadsheet, row by row, however long it is. */
@Controller
class CaseCsvController {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CaseList cases;
    private final MessageSource messages;
    private final ZoneId zone;

    CaseCsvController(CaseList cases, MessageSource messages, CasesProperties properties) {
        this.cases = cases;
        this.messages = messages;
        this.zone = properties.zone();
    }

    @GetMapping("/insight/cases.csv")
    void list(
            @RequestParam MultiValueMap<String, String> parameters,
            Reader reader,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        CaseQuery asked = CaseQuery.of(parameters);
        if (!asked.badDates().isEmpty()) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        CaseQuery query = CaseList.seesAll(reader) ? asked : asked.withoutPersonalData();
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("cases.csv").build().toString());
        write(query, reader, locale, response.getWriter());
    }

    private void write(CaseQuery query, Reader reader, Locale locale, PrintWriter out) {
        CaseTexts texts = new CaseTexts(messages, locale);
        out.write(BYTE_ORDER_MARK);
        line(
                out,
                columns("reference", query.columns().stream().map(CaseColumn::key), "chain-head")
                        .map(key -> messages.getMessage("insightcases.column." + key, null, locale)));
        cases.each(
                query,
                reader,
                (row, chainHead) -> line(
                        out,
                        columns(
                                row.reference(),
                                query.columns().stream().map(column -> text(texts, column, row.value(column))),
                                Objects.toString(chainHead, ""))));
    }

    private static Stream<String> columns(String first, Stream<String> chosen, String last) {
        return Stream.concat(Stream.concat(Stream.of(first), chosen), Stream.of(last));
    }

    /** Times are those of the service; a spreadsheet takes this form for a time in every language. */
    private String text(CaseTexts texts, CaseColumn column, Object value) {
        if (value instanceof Instant time) {
            return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                    .format(time.atZone(zone).truncatedTo(ChronoUnit.SECONDS));
        }
        return value == null ? "" : texts.of(column, value);
    }

    private static void line(PrintWriter out, Stream<String> cells) {
        out.write(cells.map(CsvCell::of).collect(Collectors.joining(",")) + "\r\n");
    }
}
