package io.careloop.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.support.CareloopTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Calendars that a release brings, over several releases. */
@CareloopTest
class ShippedCalendarsTests {

    @Autowired
    ShippedCalendars shipped;

    @Autowired
    CalendarBook book;

    @Autowired
    TransactionTemplate transaction;

    private final String name = "shipped-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aChangedFileIsANewRevisionAndAnOldOneThatComesBackIsNot() {
        start(file("09:00-17:00"));
        start(file("09:00-17:00"));
        assertThat(revisions()).isEqualTo(1);

        start(file("09:00-18:00"));
        assertThat(revisions()).isEqualTo(2);

        start(file("09:00-17:00"));
        assertThat(revisions()).isEqualTo(2);
    }

    @Test
    void whatAPersonChangedStays() {
        start(file("09:00-17:00"));
        book.change(
                name,
                new CalendarDraft(TestCalendars.version("2026-01-01", "08:00-12:00"), "We begin early", false),
                "manager");

        start(file("09:00-18:00"));

        assertThat(revisions()).isEqualTo(2);
        assertThat(book.find(name).orElseThrow().newest().changedBy()).isEqualTo("manager");
    }

    private int revisions() {
        return book.find(name).orElseThrow().revisions().size();
    }

    private void start(String file) {
        transaction.executeWithoutResult(status -> {
            try {
                shipped.bring(name, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String file(String hours) {
        return """
                {"validFrom": "2026-01-01", "reason": "Shipped", "zone": "Europe/Berlin", "week": {"MONDAY": ["%s"]}}""".formatted(hours);
    }
}
