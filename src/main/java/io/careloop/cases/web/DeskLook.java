package io.careloop.cases.web;

import io.careloop.cases.CasesProperties;
import io.careloop.identity.Absences;
import io.careloop.identity.Staff;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What every page for the staff shows times and people with. */
@Component
public class DeskLook {

    private final Staff staff;
    private final MessageSource messages;
    private final CasesProperties properties;
    private final Absences absences;
    private final Clock clock;

    DeskLook(Staff staff, MessageSource messages, CasesProperties properties, Absences absences, Clock clock) {
        this.absences = absences;
        this.clock = clock;
        this.staff = staff;
        this.messages = messages;
        this.properties = properties;
    }

    /** Adds {@code times}, {@code names}, {@code away}, {@code timeLeft}, {@code groups} and {@code zone}. */
    public void addTo(Model model, Locale locale) {
        model.addAttribute("times", new DeskTimes(properties.zone(), locale));
        DeskNames names = new DeskNames(staff, messages, locale);
        model.addAttribute("names", names);
        model.addAttribute("away", new DeskAbsences(absences, names, messages, locale, clock.instant()));
        model.addAttribute("timeLeft", new TimeLeftTexts(messages, locale));
        model.addAttribute("groups", new DeskGroups(messages, locale));
        model.addAttribute("zone", properties.zone().getId());
    }
}
