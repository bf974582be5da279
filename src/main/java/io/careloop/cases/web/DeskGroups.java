package io.careloop.cases.web;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** Names of groups in the reader's language. */
record DeskGroups(MessageSource messages, Locale locale) {

    /** The group's id if it has no name here; a dash for none. */
    public String of(String group) {
        return group == null ? "—" : messages.getMessage("desk.group." + group, null, group, locale);
    }
}
