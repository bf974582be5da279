package io.careloop.deadline;

import io.careloop.cases.CaseFile;
import io.careloop.notification.QuietHours;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The staff are at work when the calendar of the case says so. */
@Component
class OpeningHoursOfCases implements QuietHours {

    private final CasePolicies policies;
    private final Calendars calendars;

    OpeningHoursOfCases(CasePolicies policies, Calendars calendars) {
        this.policies = policies;
        this.calendars = calendars;
    }

    @Override
    public Instant over(CaseFile file, Instant instant) {
        return policies.of(file.reference())
                .calendar()
                .map(calendars::current)
                .orElseGet(calendars::current)
                .nextOpening(instant);
    }
}
