package io.careloop.intake.process;

import io.careloop.cases.Channel;
import io.careloop.cases.Urgency;
import io.careloop.engine.FormInput;
import io.careloop.intake.Registrations.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What {@code forms/intake/intake-phone-request.form} sends; null where a field was left empty. */
record PhoneForm(
        String contact,
        String name,
        String subject,
        String description,
        String urgency,
        String remedySought,
        String triedSteps,
        String product,
        String language) {

    private static final Set<String> LANGUAGES = Set.of("en", "zh-CN", "zh-TW");

    /** All of it leaves the process. */
    static PhoneForm read(FormInput input) {
        return new PhoneForm(
                input.text("contactText"),
                input.text("nameText"),
                input.text("subjectText"),
                input.text("descriptionText"),
                input.text("urgencyText"),
                input.text("remedySoughtText"),
                input.text("triedStepsText"),
                input.text("productText"),
                input.text("languageText"));
    }

    /** Code of what is wrong with the fields that only this form has so strictly. */
    Optional<String> fault() {
        if (urgency == null) {
            return Optional.of("urgency-missing");
        }
        if (Arrays.stream(Urgency.values()).noneMatch(known -> known.name().equals(urgency))) {
            return Optional.of("urgency-unknown");
        }
        return language == null || LANGUAGES.contains(language) ? Optional.empty() : Optional.of("language-unknown");
    }

    /** @param owner user id of whoever took it down */
    Request request(String owner) {
        return new Request(
                Channel.PHONE,
                contact,
                name,
                subject,
                description,
                Urgency.valueOf(urgency),
                remedySought,
                triedSteps,
                product,
                language == null ? null : Locale.forLanguageTag(language),
                owner,
                List.of());
    }
}
