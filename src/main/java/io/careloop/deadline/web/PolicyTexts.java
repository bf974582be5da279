package io.careloop.deadline.web;

import io.careloop.deadline.policy.PolicyPack;
import io.careloop.deadline.policy.PolicyPack.AllowedPause;
import io.careloop.deadline.policy.PolicyPack.CategoryLimit;
import io.careloop.deadline.policy.PolicyPack.ExtensionStep;
import io.careloop.deadline.policy.PolicyPack.LimitedClock;
import io.careloop.deadline.policy.PolicyPack.MessageRule;
import io.careloop.deadline.policy.PolicyPack.Moment;
import io.careloop.deadline.policy.PolicyPack.OutsideRemedy;
import io.careloop.deadline.policy.Ruling;
import io.careloop.identity.Groups;
import io.careloop.identity.Staff;
import io.careloop.identity.StaffMember;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/**
 * Says in a language what a pack says.
 *
 * @param zone     in which times are shown
 * @param standard the default pack, on which others fall back
 */
record PolicyTexts(MessageSource messages, Locale locale, Staff staff, ZoneId zone, PolicyPack standard) {

    /** @param on whether it rules new cases */
    record Line(String id, String name, int version, boolean on, boolean askCounsel, String sure, String validFrom) {}

    /** @param isUnknown whether nothing is known of it: the lines say what counts instead */
    record Row(String title, List<String> lines, boolean isUnknown) {}

    record Change(String policy, String at, String by, String reason) {}

    Line line(PolicyPack pack, String ruling) {
        return new Line(
                pack.id(),
                pack.name().in(locale),
                pack.version(),
                pack.id().equals(ruling),
                pack.counsel() != null,
                say("policy.sure." + pack.source().sure()),
                pack.validFrom() == null
                        ? ""
                        : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .withLocale(locale)
                                .format(pack.validFrom()));
    }

    /** @param policy name of the pack */
    Change change(Ruling ruling, String policy) {
        return new Change(
                policy,
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(zone)
                        .format(ruling.since()),
                staff.find(ruling.actor()).map(StaffMember::name).orElse(ruling.actor()),
                ruling.reason());
    }

    List<Row> rows(PolicyPack pack) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(
                "source",
                say("policy.sure." + pack.source().sure()),
                pack.source().of()));
        rows.add(start(pack));
        rows.add(row("calendar", pack.calendar() == null ? say("policy.calendar.usual") : pack.calendar()));
        for (LimitedClock clock : LimitedClock.values()) {
            rows.add(limits(pack, clock));
        }
        rows.add(pauses(pack));
        rows.add(extension(pack));
        rows.add(messagesOf(pack));
        rows.add(remedy(pack.outsideRemedy()));
        rows.add(
                pack.record() == null
                        ? notKnown("record")
                        : row("record", pack.record().in(locale)));
        rows.add(pack.retention() == null ? notKnown("retention") : row("retention", length(pack.retention())));
        return rows;
    }

    private Row start(PolicyPack pack) {
        return pack.start() == null
                ? instead("start", say("policy.start." + standard.start()))
                : row("start", say("policy.start." + pack.start()));
    }

    private Row limits(PolicyPack pack, LimitedClock clock) {
        String title = "limit." + clock.field();
        List<CategoryLimit> limits = pack.limits().getOrDefault(clock, List.of());
        if (limits.isEmpty()) {
            String atOnce = say("policy.at-once");
            String otherwise = clock == LimitedClock.ACKNOWLEDGEMENT ? atOnce : say("policy.by-table");
            return pack.isDefault() ? row(title, otherwise) : instead(title, otherwise);
        }
        return new Row(
                say("policy.row." + title),
                limits.stream()
                        .map(row -> ofCategory(row.category(), lengths().of(row.limit())))
                        .toList(),
                false);
    }

    private Row pauses(PolicyPack pack) {
        if (pack.pauses() == null) {
            return notKnown("pauses", "policy.no-pauses");
        }
        return pack.pauses().isEmpty()
                ? row("pauses", say("policy.no-pauses"))
                : new Row(
                        say("policy.row.pauses"),
                        pack.pauses().stream().map(this::pause).toList(),
                        false);
    }

    private String pause(AllowedPause pause) {
        String reason = messages.getMessage("deadline.pause." + pause.reason(), null, pause.reason(), locale);
        return say("policy.pause", reason, lengths().of(pause.maximum()), groups(pause.by()));
    }

    private Row extension(PolicyPack pack) {
        if (pack.extension() == null) {
            return notKnown("extension", "policy.no-extension");
        }
        return pack.extension().isEmpty()
                ? row("extension", say("policy.no-extension"))
                : new Row(
                        say("policy.row.extension"),
                        pack.extension().stream().map(this::step).toList(),
                        false);
    }

    private String step(ExtensionStep step) {
        ExtensionStep fallback = standard.extension().get(standard.extension().size() - 1);
        ExtensionStep counted = step.maximum() == null ? fallback : step;
        String until = say("policy.until." + counted.from(), lengths().of(counted.maximum()));
        String by = groups(step.by() == null ? fallback.by() : step.by());
        return ofCategory(
                step.category(),
                say(
                        "policy.extension",
                        step.maximum() == null ? say("policy.unknown-instead", until) : until,
                        step.by() == null ? say("policy.unknown-instead", by) : by));
    }

    private Row messagesOf(PolicyPack pack) {
        List<String> lines = new ArrayList<>();
        for (Moment moment : Moment.values()) {
            for (MessageRule rule : pack.rulesFor(moment)) {
                String said = say("policy.message", say("policy.moment." + moment.field()), rule.template());
                lines.add(
                        rule.resolvedWithin() == null
                                ? said
                                : say("policy.resolved-within", said, lengths().of(rule.resolvedWithin())));
            }
        }
        return lines.isEmpty()
                ? row("messages", say("policy.no-messages"))
                : new Row(say("policy.row.messages"), lines, false);
    }

    private Row remedy(OutsideRemedy remedy) {
        if (remedy == null) {
            return notKnown("remedy");
        }
        if (!remedy.exists()) {
            return row("remedy", say("policy.none-outside"));
        }
        return row(
                "remedy",
                remedy.name().in(locale),
                remedy.reach() == null
                        ? say("policy.reach-unknown")
                        : remedy.reach().in(locale));
    }

    private Row row(String title, String... lines) {
        return new Row(say("policy.row." + title), List.of(lines), false);
    }

    private Row instead(String title, String fallback) {
        return new Row(say("policy.row." + title), List.of(say("policy.unknown-instead", fallback)), true);
    }

    private Row notKnown(String title) {
        return new Row(say("policy.row." + title), List.of(say("policy.unknown")), true);
    }

    private Row notKnown(String title, String until) {
        return new Row(say("policy.row." + title), List.of(say("policy.unknown"), say(until)), true);
    }

    private String ofCategory(String category, String said) {
        return category == null ? said : say("policy.of-category", category, said);
    }

    private String length(Period period) {
        return period.getYears() > 0 ? say("policy.years", period.getYears()) : say("deadline.days", period.getDays());
    }

    private String groups(Set<String> groups) {
        if (groups.containsAll(Groups.WORKING)) {
            return say("policy.staff");
        }
        return groups.stream()
                .sorted()
                .map(group -> messages.getMessage("desk.group." + group, null, group, locale))
                .collect(Collectors.joining(say("policy.and")));
    }

    private Lengths lengths() {
        return new Lengths(messages, locale);
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
