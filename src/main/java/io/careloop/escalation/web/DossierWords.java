package io.careloop.escalation.web;

import io.careloop.cases.Actors;
import io.careloop.identity.Staff;
import io.careloop.identity.StaffMember;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Times, people and codes as the reader of a dossier understands them. */
record DossierWords(Staff staff, MessageSource messages, ZoneId zone, Locale locale) {

    /** "" for none. */
    public String time(Instant instant) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(zone)
                        .format(instant);
    }

    /** @param actor user id, or an {@link Actors actor}; null gives "" */
    public String name(String actor) {
        if (actor == null) {
            return "";
        }
        return actor.equals(Actors.CUSTOMER) || actor.equals(Actors.SYSTEM)
                ? word("desk.actor", actor)
                : staff.find(actor).map(StaffMember::name).orElse(actor);
    }

    /** The code itself where it has no name; a dash for none. */
    public String word(String prefix, String code) {
        return code == null ? "—" : messages.getMessage(prefix + "." + code, null, code, locale);
    }
}
