package io.careloop.deadline;

import java.time.Instant;
import java.time.LocalDate;

/** From when the clocks of a case count. */
public enum StartRule {
    /** The moment of registration. */
    REGISTRATION,
    /** The same, but what comes after closing time, or on a day that is closed, counts from the next opening. */
    NEXT_BUSINESS_DAY,
    /** The acknowledgement, which goes out with the registration. */
    ACKNOWLEDGEMENT;

    /** When the clocks of a case begin that was registered at the given moment. */
    Instant from(Instant registeredAt, BusinessCalendar calendar) {
        if (this != NEXT_BUSINESS_DAY) {
            return registeredAt;
        }
        Instant opening = calendar.nextOpening(registeredAt);
        return day(opening, calendar).equals(day(registeredAt, calendar)) ? registeredAt : opening;
    }

    private static LocalDate day(Instant instant, BusinessCalendar calendar) {
        return instant.atZone(calendar.zone()).toLocalDate();
    }
}
