package io.careloop.cases.web;

import io.careloop.identity.Absence;
import io.careloop.identity.Absences;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Says beside a name that its bearer is away. */
record DeskAbsences(Absences absences, DeskNames names, MessageSource messages, Locale locale, Instant now) {

    /** A sentence with the last day and the deputy who is present; null for somebody present. */
    public String of(String user) {
        return absences.of(user, now).map(this::sentence).orElse(null);
    }

    private String sentence(Absence absence) {
        String until = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(absence.lastDay());
        String name = names.of(absence.user());
        return absences.deputyOf(absence.user(), now)
                .map(deputy ->
                        messages.getMessage("desk.absent.deputy", new Object[] {name, until, names.of(deputy)}, locale))
                .orElseGet(() -> messages.getMessage("desk.absent", new Object[] {name, until}, locale));
    }
}
