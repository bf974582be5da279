package io.careloop.cases.web;

import io.careloop.cases.Actors;
import io.careloop.identity.Staff;
import io.careloop.identity.StaffMember;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;

/** Names of people on one page, each asked for once. */
class DeskNames {

    private final Staff staff;
    private final MessageSource messages;
    private final Locale locale;
    private final Map<String, String> known = new HashMap<>();

    DeskNames(Staff staff, MessageSource messages, Locale locale) {
        this.staff = staff;
        this.messages = messages;
        this.locale = locale;
    }

    /** @param actor user id, or an {@link Actors actor}; null gives "" */
    public String of(String actor) {
        return actor == null ? "" : known.computeIfAbsent(actor, this::ask);
    }

    private String ask(String actor) {
        return switch (actor) {
            case Actors.CUSTOMER -> messages.getMessage("desk.actor.customer", null, locale);
            case Actors.SYSTEM -> messages.getMessage("desk.actor.system", null, locale);
            default -> staff.find(actor).map(StaffMember::name).orElse(actor);
        };
    }
}
