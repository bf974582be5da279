package io.careloop.deadline.web;

import io.careloop.deadline.Flaw;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The calculator of the page: local times in the zone of the calendar.
 *
 * @param unit {@code minutes}, {@code hours} or {@code days}
 */
record PreviewForm(String clock, String from, String amount, String unit, String pauseFrom, String pauseTo) {

    static PreviewForm sent(Map<String, String> fields) {
        return new PreviewForm(
                fields.getOrDefault("clock", "business"),
                fields.getOrDefault("from", ""),
                fields.getOrDefault("amount", "2").strip(),
                fields.getOrDefault("unit", "hours"),
                fields.getOrDefault("pauseFrom", ""),
                fields.getOrDefault("pauseTo", ""));
    }

    boolean isAsked() {
        return !from.isBlank();
    }

    /** @throws FlawsException naming what cannot be taken */
    PreviewQuestion question(String calendar, ZoneId zone) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add("calendar", calendar);
        parameters.add("clock", clock);
        parameters.add("from", instant("from", from, zone));
        parameters.add("limit", limit());
        if (!pauseFrom.isBlank() || !pauseTo.isBlank()) {
            parameters.add("pause", instant("pause", pauseFrom, zone) + "/" + instant("pause", pauseTo, zone));
        }
        return PreviewQuestion.read(parameters);
    }

    private String limit() {
        if (!amount.matches("\\d{1,6}")) {
            return amount;
        }
        return switch (unit) {
            case "days" -> "P" + amount + "D";
            case "minutes" -> "PT" + amount + "M";
            default -> "PT" + amount + "H";
        };
    }

    private static String instant(String field, String local, ZoneId zone) {
        try {
            return LocalDateTime.parse(local).atZone(zone).toInstant().toString();
        } catch (DateTimeException e) {
            throw new FlawsException(List.of(new Flaw(field, "calendar.flaw.time", List.of(local))));
        }
    }
}
