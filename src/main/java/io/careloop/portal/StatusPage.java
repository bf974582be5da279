package io.careloop.portal;

import io.careloop.deadline.CalendarVersion;
import io.careloop.deadline.DeadlineClock.ClockType;
import io.careloop.deadline.Limit;
import io.careloop.deadline.ServiceLevel;
import io.careloop.deadline.ServiceStandard;
import io.careloop.deadline.WorkingTime;
import io.careloop.engine.MailSettings;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What we promise to everybody, read from the rules and the calendar that the deadlines of new cases are counted by. */
@Controller
class StatusPage {

    private static final List<String> PRIORITIES = List.of("urgent", "high", "normal", "low");

    /** Whole days from so many on are not said in hours. */
    private static final int DAYS_SAID = 3;

    private final ServiceStandard standard;
    private final WorkingTime hours;
    private final MailSettings mail;
    private final MessageSource messages;

    StatusPage(ServiceStandard standard, WorkingTime hours, MailSettings mail, MessageSource messages) {
        this.standard = standard;
        this.hours = hours;
        this.mail = mail;
        this.messages = messages;
    }

    @GetMapping("/status")
    String status(Locale locale, Model model) {
        model.addAttribute("standard", promise("", standard.ofNewCases(null, null), locale));
        model.addAttribute("promises", promises(locale));
        model.addAttribute("rules", standard.nameForNewCases(locale).orElse(null));
        CalendarVersion open = hours.today();
        model.addAttribute(
                "days",
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Day(
                                day,
                                open.week().getOrDefault(day, List.of()).stream()
                                        .map(Object::toString)
                                        .toList()))
                        .toList());
        model.addAttribute("zone", open.zone());
        model.addAttribute("address", mail.address());
        return "portal/status";
    }

    private List<Promise> promises(Locale locale) {
        Stream<Promise> byPriority = PRIORITIES.stream()
                .map(priority -> promise(
                        messages.getMessage("portal.priority." + priority, null, locale),
                        standard.ofNewCases(null, priority),
                        locale));
        Stream<Promise> byCategory = standard.categoriesOfNewCases().stream()
                .map(category -> promise(
                        messages.getMessage("portal.category." + category, null, category, locale),
                        standard.ofNewCases(category, null),
                        locale));
        return Stream.concat(byPriority, byCategory).toList();
    }

    private Promise promise(String requests, ServiceLevel level, Locale locale) {
        return new Promise(
                requests,
                inWords(level.firstResponse().limit(), locale),
                inWords(level.resolution().limit(), locale));
    }

    private String inWords(Limit limit, Locale locale) {
        if (limit.amount() instanceof Period days) {
            return messages.getMessage("portal.limit.business-days", new Object[] {days.getDays()}, locale);
        }
        String clock = limit.type() == ClockType.BUSINESS ? "business" : "elapsed";
        String amount = Stream.of(parts(limit))
                .filter(part -> part.count() > 0)
                .map(part -> messages.getMessage("portal.limit." + part.unit(), new Object[] {part.count()}, locale))
                .reduce((first, second) -> first + " " + second)
                .orElse("");
        return messages.getMessage("portal.limit." + clock, new Object[] {amount}, locale);
    }

    private static Part[] parts(Limit limit) {
        Duration time = (Duration) limit.amount();
        if (time.toDays() >= DAYS_SAID && time.equals(Duration.ofDays(time.toDays()))) {
            return new Part[] {new Part("days", time.toDays())};
        }
        return new Part[] {new Part("hours", time.toHours()), new Part("minutes", time.toMinutesPart())};
    }

    private record Part(String unit, long count) {}

    /** @param requests that it holds for, in words */
    record Promise(String requests, String firstResponse, String resolution) {}

    /** @param open stretches of opening hours; none if it is closed */
    record Day(DayOfWeek day, List<String> open) {}
}
