package io.careloop.deadline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a change of a calendar as it is written in JSON: in a file of the release, in a request, or by the form of the
 * page. Names everything that cannot be taken, and where.
 */
public final class CalendarReading {

    private static final Set<String> FIELDS =
            Set.of("validFrom", "reason", "zone", "week", "holidays", "workingDays", "allowLater");
    private static final int LONGEST_REASON = 1000;
    private static final int MOST_DAYS = 4000;
    private static final int MOST_STRETCHES = 12;
    private static final LocalDate FIRST_DAY = LocalDate.EPOCH;
    private static final LocalDate LAST_DAY = LocalDate.of(2200, 12, 31);

    private final List<Flaw> flaws = new ArrayList<>();
    private boolean isWeekKnown;
    private CalendarDraft draft;

    private CalendarReading() {}

    public static CalendarReading of(JsonNode json) {
        CalendarReading reading = new CalendarReading();
        if (json.isObject()) {
            reading.read(json);
        } else {
            reading.flaw("", "object");
        }
        return reading;
    }

    /** Empty if there are flaws. */
    public Optional<CalendarDraft> draft() {
        return Optional.ofNullable(draft);
    }

    public List<Flaw> flaws() {
        return List.copyOf(flaws);
    }

    private void read(JsonNode json) {
        onlyFields(json, "", FIELDS);
        LocalDate validFrom = date(json.path("validFrom"), "validFrom");
        String reason = reason(json.path("reason"));
        ZoneId zone = zone(json.path("zone"));
        Map<DayOfWeek, List<OpeningHours>> week = week(json.path("week"));
        Set<LocalDate> holidays = holidays(json.path("holidays"));
        Map<LocalDate, List<OpeningHours>> workingDays = workingDays(json.path("workingDays"), week);
        boolean allowLater = flag(json.path("allowLater"));
        if (flaws.isEmpty()) {
            draft = new CalendarDraft(
                    new CalendarVersion(validFrom, zone, week, holidays, workingDays), reason, allowLater);
        }
    }

    private String reason(JsonNode node) {
        String reason = node.isTextual() ? node.textValue().strip() : "";
        if (reason.isEmpty() || reason.indexOf('\u0000') >= 0) {
            flaw("reason", "reason");
        } else if (reason.length() > LONGEST_REASON) {
            flaw("reason", "reason-long", String.valueOf(LONGEST_REASON));
        }
        return reason;
    }

    private ZoneId zone(JsonNode node) {
        if (node.isTextual() && ZoneId.getAvailableZoneIds().contains(node.textValue())) {
            return ZoneId.of(node.textValue());
        }
        flaw("zone", "zone", written(node));
        return null;
    }

    private boolean flag(JsonNode node) {
        if (!node.isMissingNode() && !node.isBoolean()) {
            flaw("allowLater", "flag");
        }
        return node.asBoolean();
    }

    private Map<DayOfWeek, List<OpeningHours>> week(JsonNode node) {
        Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
        if (!node.isObject()) {
            flaw("week", "week");
            return week;
        }
        int before = flaws.size();
        node.fields().forEachRemaining(day -> {
            String field = "week." + day.getKey();
            Optional<DayOfWeek> known = dayOfWeek(day.getKey());
            if (known.isEmpty()) {
                flaw(field, "day-of-week");
            } else if (week.put(known.get(), hours(day.getValue(), field)) != null) {
                flaw(field, "twice", day.getKey());
            }
        });
        isWeekKnown = flaws.size() == before;
        if (isWeekKnown && week.values().stream().allMatch(List::isEmpty)) {
            flaw("week", "never-open");
        }
        return week;
    }

    private List<OpeningHours> hours(JsonNode node, String field) {
        List<OpeningHours> hours = new ArrayList<>();
        if (!node.isArray() || node.size() > MOST_STRETCHES) {
            flaw(field, "hours-list", String.valueOf(MOST_STRETCHES));
            return hours;
        }
        for (JsonNode stretch : node) {
            try {
                hours.add(OpeningHours.of(stretch.isTextual() ? stretch.textValue() : ""));
            } catch (IllegalArgumentException e) {
                flaw(field, "hours", written(stretch));
            }
        }
        hours.sort(Comparator.comparing(OpeningHours::from));
        for (int i = 1; i < hours.size(); i++) {
            if (hours.get(i).from() < hours.get(i - 1).to()) {
                flaw(field, "overlap", hours.get(i - 1).toString(), hours.get(i).toString());
            }
        }
        return hours;
    }

    private Set<LocalDate> holidays(JsonNode node) {
        Set<LocalDate> holidays = new HashSet<>();
        if (isList(node, "holidays")) {
            for (int i = 0; i < node.size(); i++) {
                LocalDate day = date(node.get(i), "holidays[" + i + "]");
                if (day != null) {
                    holidays.add(day);
                }
            }
        }
        return holidays;
    }

    private Map<LocalDate, List<OpeningHours>> workingDays(JsonNode node, Map<DayOfWeek, List<OpeningHours>> week) {
        Map<LocalDate, List<OpeningHours>> worked = new HashMap<>();
        if (isList(node, "workingDays")) {
            for (int i = 0; i < node.size(); i++) {
                workingDay(node.get(i), "workingDays[" + i + "]", week, worked);
            }
        }
        return worked;
    }

    private void workingDay(
            JsonNode node,
            String field,
            Map<DayOfWeek, List<OpeningHours>> week,
            Map<LocalDate, List<OpeningHours>> worked) {
        if (node.isObject()) {
            onlyFields(node, field + ".", Set.of("date", "hours"));
        }
        LocalDate day = node.isObject() ? date(node.path("date"), field + ".date") : date(node, field);
        boolean hasHours = node.isObject() && node.has("hours");
        List<OpeningHours> own = hasHours ? hours(node.get("hours"), field + ".hours") : List.of();
        if (day == null) {
            return;
        }
        boolean opensByWeek = !week.getOrDefault(day.getDayOfWeek(), List.of()).isEmpty()
                || !week.getOrDefault(DayOfWeek.MONDAY, List.of()).isEmpty();
        if (own.isEmpty() && (hasHours || isWeekKnown && !opensByWeek)) {
            flaw(field, "no-hours", day.toString());
        }
        if (worked.put(day, own) != null) {
            flaw(field, "twice", day.toString());
        }
    }

    private boolean isList(JsonNode node, String field) {
        boolean isList = node.isArray() && node.size() <= MOST_DAYS;
        if (!isList && !node.isMissingNode()) {
            flaw(field, "dates", String.valueOf(MOST_DAYS));
        }
        return isList;
    }

    private LocalDate date(JsonNode node, String field) {
        try {
            LocalDate day = LocalDate.parse(node.isTextual() ? node.textValue() : "");
            if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
                return day;
            }
        } catch (DateTimeException e) {
            // falls through: named below like every date that cannot be taken
        }
        flaw(field, "date", written(node));
        return null;
    }

    private void onlyFields(JsonNode node, String path, Set<String> known) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                flaw(path + name, "unknown");
            }
        });
    }

    private static Optional<DayOfWeek> dayOfWeek(String name) {
        try {
            return Optional.of(DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String written(JsonNode node) {
        String text = node.isMissingNode() ? "" : node.asText(node.toString());
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private void flaw(String field, String code, String... arguments) {
        flaws.add(Flaw.in(field, "calendar.flaw." + code, arguments));
    }
}
