package io.careloop.intake;

import io.careloop.cases.AttachmentSettings;
import io.careloop.intake.Registrations.File;
import io.careloop.intake.Registrations.Registration.Refused;
import io.careloop.intake.Registrations.Request;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a request must keep to. Markup is allowed in every text: it is kept as text. */
@Component
class RequestRules {

    private final ContactAddresses addresses;
    private final IntakeSettings settings;
    private final AttachmentSettings attachments;

    RequestRules(ContactAddresses addresses, IntakeSettings settings, AttachmentSettings attachments) {
        this.addresses = addresses;
        this.settings = settings;
        this.attachments = attachments;
    }

    /** The first thing that is wrong with the request. */
    Optional<Refused> firstFault(Request request) {
        return Stream.<Optional<Refused>>of(
                        contact(request.contact()),
                        required("description", request.description()),
                        text("description", request.description(), settings.descriptionLength()),
                        text("name", request.name(), settings.lineLength()),
                        text("subject", request.subject(), settings.lineLength()),
                        text("product", request.product(), settings.lineLength()),
                        text("remedySought", request.remedySought(), settings.textLength()),
                        text("triedSteps", request.triedSteps(), settings.textLength()),
                        files(request.files()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Refused> contact(String contact) {
        return required("contact", contact)
                .or(() -> addresses.read(contact).isPresent()
                        ? Optional.empty()
                        : Optional.of(new Refused("contact", "contact-invalid")));
    }

    private static Optional<Refused> required(String field, String text) {
        return PlainText.paragraphs(text) == null
                ? Optional.of(new Refused(field, field + "-missing"))
                : Optional.empty();
    }

    private static Optional<Refused> text(String field, String text, int longest) {
        if (text == null) {
            return Optional.empty();
        }
        if (text.indexOf('\0') >= 0) {
            return Optional.of(new Refused(field, "null-character"));
        }
        return text.length() > longest ? Optional.of(new Refused(field, "too-long")) : Optional.empty();
    }

    private Optional<Refused> files(List<File> files) {
        int count = 0;
        long bytes = 0;
        for (File file : files == null ? List.<File>of() : files) {
            Optional<String> refusal = attachments.refusalOf(count, bytes, file.content().length);
            if (refusal.isPresent()) {
                return Optional.of(new Refused("files", refusal.get()));
            }
            count++;
            bytes += file.content().length;
        }
        return Optional.empty();
    }
}
