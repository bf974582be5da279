package io.careloop.cases.process;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseRights;
import io.careloop.cases.CasesProperties;
import io.careloop.cases.Contact;
import io.careloop.cases.Contacts;
import io.careloop.cases.Reader;
import io.careloop.engine.ActingUser;
import io.careloop.engine.FormText;
import io.careloop.engine.TaskFormFacts;
import io.careloop.identity.Staff;
import io.careloop.identity.StaffMember;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the summary at the top of each task's form shows of its case: Markdown in the reader's language, "" if not known. */
@Component
class CaseFormFacts implements TaskFormFacts {

    private static final int PAST_CASES = 5;
    private static final int LINE = 80;

    private final CaseFiles cases;
    private final Contacts contacts;
    private final Staff staff;
    private final MessageSource messages;
    private final CasesProperties properties;
    private final CaseRights rights;
    private final ActingUser user;

    CaseFormFacts(
            CaseFiles cases,
            Contacts contacts,
            Staff staff,
            MessageSource messages,
            CasesProperties properties,
            CaseRights rights,
            ActingUser user) {
        this.cases = cases;
        this.rights = rights;
        this.user = user;
        this.contacts = contacts;
        this.staff = staff;
        this.messages = messages;
        this.properties = properties;
    }

    @Override
    public Map<String, Object> factsFor(String businessKey, String formKey) {
        return CaseReference.parse(businessKey)
                .flatMap(cases::find)
                .map(this::facts)
                .orElse(Map.of());
    }

    private Map<String, Object> facts(CaseFile file) {
        return Map.ofEntries(
                Map.entry("reference", file.reference().value()),
                Map.entry("registeredAt", time(file.registeredAt())),
                Map.entry("ownerName", FormText.plain(nameOf(file.owner()))),
                Map.entry("deskLink", deskLink(file)),
                Map.entry("customer", customer(rights.shownTo(viewer(), contacts.get(file.contactId())))),
                Map.entry("request", request(file)),
                Map.entry("urgency", word("desk.urgency", file.urgency())),
                Map.entry("triedSteps", FormText.plain(file.triedSteps())),
                Map.entry("remedySought", FormText.plain(file.remedySought())),
                Map.entry("product", FormText.plain(file.product())),
                Map.entry("pastCases", pastCases(file)));
    }

    private Reader viewer() {
        return new Reader(user.id(), staff.groupsOf(user.id()));
    }

    private String nameOf(String user) {
        return staff.find(user).map(StaffMember::name).orElse(user);
    }

    private String customer(Contact contact) {
        return Stream.of(contact.name(), contact.email(), contact.phone())
                .flatMap(part -> Optional.ofNullable(part).stream())
                .map(part -> FormText.line(part, LINE))
                .collect(Collectors.joining(" · "));
    }

    private static String request(CaseFile file) {
        String description = FormText.plain(file.description());
        return file.subject() == null
                ? description
                : "**" + FormText.line(file.subject(), LINE) + "**\n\n" + description;
    }

    private String pastCases(CaseFile file) {
        return cases.recentOf(file.contactId()).stream()
                .filter(past -> !past.reference().equals(file.reference()) && isTold(past))
                .limit(PAST_CASES)
                .map(this::pastCase)
                .collect(Collectors.joining("\n"));
    }

    private boolean isTold(CaseFile past) {
        return past.restrictedTo() == null || rights.maySee(past, viewer());
    }

    private String pastCase(CaseFile past) {
        String about = past.subject() == null ? past.description() : past.subject();
        String category = past.category() == null ? "" : " · " + FormText.line(past.category(), LINE);
        return "* <a href=\"%s\" target=\"_blank\">%s</a> · %s · %s%s · %s"
                .formatted(
                        deskLink(past),
                        past.reference(),
                        time(past.registeredAt()),
                        word("desk.status", past.status()),
                        category,
                        FormText.line(about, LINE));
    }

    private static String deskLink(CaseFile file) {
        return "/desk/cases/" + file.reference();
    }

    private String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(reader())
                .withZone(properties.zone())
                .format(instant);
    }

    private String word(String prefix, Enum<?> value) {
        return messages.getMessage(prefix + "." + value.name(), null, value.name(), reader());
    }

    private static Locale reader() {
        return LocaleContextHolder.getLocale();
    }
}
