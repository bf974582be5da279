package io.careloop.deadline.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.careloop.cases.Reader;
import io.careloop.deadline.BusinessCalendar;
import io.careloop.deadline.CalendarBook;
import io.careloop.deadline.CalendarDraft;
import io.careloop.deadline.CalendarReading;
import io.careloop.deadline.CalendarRecounts;
import io.careloop.deadline.PublicHolidays;
import io.careloop.deadline.PublicHolidays.PublicHoliday;
import io.careloop.engine.ProblemException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The business calendars: what is on file, for all staff, and changing it, for managers and administrators. */
@RestController
@RequestMapping("/api/deadlines")
class CalendarController {

    private final CalendarBook calendars;
    private final CalendarRecounts recounts;
    private final PublicHolidays holidays;

    CalendarController(CalendarBook calendars, CalendarRecounts recounts, PublicHolidays holidays) {
        this.calendars = calendars;
        this.recounts = recounts;
        this.holidays = holidays;
    }

    @GetMapping("/calendars")
    List<CalendarView> all() {
        return calendars.all().stream().map(this::view).toList();
    }

    @GetMapping("/calendars/{id}")
    CalendarView one(@PathVariable String id) {
        return calendars
                .find(id)
                .map(this::view)
                .orElseThrow(() -> new ProblemException(HttpStatus.NOT_FOUND, "calendar.unknown"));
    }

    /**
     * Adds a revision to the calendar, or creates it (201). Running deadlines follow in the background, to earlier only
     * unless {@code allowLater} is true. 400 names each field that cannot be taken.
     */
    @PutMapping("/calendars/{id}")
    ResponseEntity<CalendarView> change(@PathVariable String id, @RequestBody JsonNode body, Reader reader) {
        if (!CalendarBook.isName(id)) {
            throw FlawsException.in("id", "calendar.flaw.name");
        }
        CalendarReading reading = CalendarReading.of(body);
        CalendarDraft draft = reading.draft().orElseThrow(() -> new FlawsException(reading.flaws()));
        CalendarBook.Change change = calendars.change(id, draft, reader.id());
        HttpStatus status = change.created() ? HttpStatus.CREATED : HttpStatus.OK;
        return ResponseEntity.status(status).body(view(change.entry()));
    }

    /**
     * The public holidays of a country, to be taken over into a calendar.
     *
     * @param country two letters (ISO 3166)
     */
    @GetMapping("/holidays")
    HolidaysView holidays(@RequestParam String country, @RequestParam int year, Locale reader) {
        String code = country.strip().toUpperCase(Locale.ROOT);
        if (!holidays.knows(code)) {
            throw FlawsException.in("country", "calendar.flaw.country", country);
        }
        if (!PublicHolidays.isCovered(year)) {
            throw FlawsException.in("year", "calendar.flaw.year");
        }
        return new HolidaysView(code, year, holidays.of(code, year, reader));
    }

    private CalendarView view(CalendarBook.Entry entry) {
        BusinessCalendar calendar = entry.calendar();
        return CalendarView.of(
                entry, recounts.progressOf(calendar.name(), calendar.revision()).orElse(null));
    }

    record HolidaysView(String country, int year, List<PublicHoliday> holidays) {}
}
