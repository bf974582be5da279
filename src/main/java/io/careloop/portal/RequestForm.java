package io.careloop.portal;

import io.careloop.cases.Channel;
import io.careloop.cases.Urgency;
import io.careloop.intake.PlainText;
import io.careloop.intake.Registrations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The page by which a request is sent, as it was filled in. Only the first three must be.
 *
 * @param key made with the page, so that a request sent twice is registered once
 */
record RequestForm(
        String contact,
        String description,
        String urgency,
        String name,
        String subject,
        String remedySought,
        String triedSteps,
        String product,
        String key) {

    static RequestForm empty() {
        return new RequestForm("", "", Urgency.NORMAL.name(), "", "", "", "", "", newKey());
    }

    RequestForm withNewKey() {
        return new RequestForm(
                contact, description, urgency, name, subject, remedySought, triedSteps, product, newKey());
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    /** What is missing: codes of refusals by field. */
    Map<String, String> missing() {
        Map<String, String> codes = new LinkedHashMap<>();
        if (PlainText.paragraphs(contact) == null) {
            codes.put("contact", "contact-missing");
        }
        if (PlainText.paragraphs(description) == null) {
            codes.put("description", "description-missing");
        }
        if (urgencyChosen() == null) {
            codes.put("urgency", "urgency-needed");
        }
        return codes;
    }

    /** Whether the part that is folded away holds anything, so that it is shown unfolded. */
    public boolean saysMore() {
        return Stream.of(name, subject, remedySought, triedSteps, product)
                .anyMatch(text -> text != null && !text.isBlank());
    }

    Registrations.Request request(Locale locale, List<Registrations.File> files) {
        return new Registrations.Request(
                Channel.PORTAL,
                contact,
                name,
                subject,
                description,
                urgencyChosen(),
                remedySought,
                triedSteps,
                product,
                locale,
                null,
                files);
    }

    /** A page that lost its key gets no protection from being sent twice. */
    String idempotencyKey() {
        return key == null || key.isBlank() ? null : "portal/" + key;
    }

    private Urgency urgencyChosen() {
        return Stream.of(Urgency.values())
                .filter(choice -> choice.name().equals(urgency))
                .findFirst()
                .orElse(null);
    }
}
