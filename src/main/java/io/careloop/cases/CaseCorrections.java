package io.careloop.cases;

import io.careloop.identity.Groups;
import io.careloop.identity.Staff;
import io.careloop.identity.StaffMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the staff put right on a case file by hand: each change is recorded with its values before and after. */
@Service
public class CaseCorrections {

    private final CaseFiles cases;
    private final CaseMemory memory;
    private final Contacts contacts;
    private final Timeline timeline;
    private final ContactReading reading;
    private final Staff staff;
    private final JdbcClient jdbc;

    CaseCorrections(
            CaseFiles cases,
            CaseMemory memory,
            Contacts contacts,
            Timeline timeline,
            ContactReading reading,
            Staff staff,
            JdbcClient jdbc) {
        this.cases = cases;
        this.memory = memory;
        this.contacts = contacts;
        this.timeline = timeline;
        this.reading = reading;
        this.staff = staff;
        this.jdbc = jdbc;
    }

    /** What the case says now. */
    public CaseData dataOf(CaseReference reference) {
        CaseFile file = cases.get(reference);
        return CaseData.of(file, contacts.get(file.contactId()));
    }

    /**
     * Writes the fields that differ between what the writer saw and what they want. Nothing is written if somebody else
     * has changed one of these fields since.
     */
    @Transactional
    public Outcome correct(CaseReference reference, String actor, CaseData seen, CaseData wanted) {
        lock(reference);
        CaseFile file = cases.get(reference);
        Contact contact = contacts.get(file.contactId());
        CaseData now = CaseData.of(file, contact);
        List<String> changes = differing(seen, wanted);
        List<String> overtaken = differing(seen, now).stream()
                .filter(changes::contains)
                .filter(field -> !Objects.equals(
                        now.byField().get(field), wanted.byField().get(field)))
                .toList();
        if (!overtaken.isEmpty()) {
            return new Outcome.Overtaken(overtaken);
        }
        CaseData result = normalised(merged(now, wanted, changes));
        Optional<String> refusal = refusalOf(contact, now, result);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        write(file, contact, now, result, actor);
        return new Outcome.Done();
    }

    /** Passes the case to another member of the agents. */
    @Transactional
    public Outcome handOver(CaseReference reference, String actor, String newOwner, String reason) {
        CaseFile file = cases.get(reference);
        if (reason.isBlank()) {
            return new Outcome.Refused("desk-text-missing");
        }
        if (file.status().isOver()) {
            return new Outcome.Refused("desk-case-is-over");
        }
        if (newOwner.equals(file.owner())) {
            return new Outcome.Refused("desk-owner-already");
        }
        if (possibleOwners().stream().noneMatch(member -> member.id().equals(newOwner))) {
            return new Outcome.Refused("desk-owner-unknown");
        }
        cases.handOver(reference, actor, newOwner, reason.strip());
        return new Outcome.Done();
    }

    /** Opens a restricted case again to all who would see it. */
    @Transactional
    public Outcome release(CaseReference reference, String actor, String reason) {
        if (reason.isBlank()) {
            return new Outcome.Refused("desk-text-missing");
        }
        cases.release(reference, reason.strip(), actor);
        return new Outcome.Done();
    }

    /** Leaves the case to the complaint desk, whatever its words or its risk say. */
    @Transactional
    public Outcome restrict(CaseReference reference, String actor, String reason) {
        if (reason.isBlank()) {
            return new Outcome.Refused("desk-text-missing");
        }
        cases.restrict(reference, Groups.COMPLAINTS, reason.strip(), actor);
        return new Outcome.Done();
    }

    public List<StaffMember> possibleOwners() {
        return staff.membersOf(Groups.AGENTS);
    }

    /** Makes two writers of the same case, or of two cases of one customer, go one after the other. */
    private void lock(CaseReference reference) {
        jdbc.sql("""
                        select c.reference from cases_case c join cases_contact p on p.id = c.contact_id
                        where c.reference = ? for no key update""").param(reference.value()).query(String.class).optional();
        memory.forget(reference);
        contacts.forget();
    }

    private Optional<String> refusalOf(Contact contact, CaseData now, CaseData result) {
        if (result.isTooLong()) {
            return Optional.of("desk-too-long");
        }
        if (result.email() == null && result.phone() == null) {
            return Optional.of("desk-contact-unreachable");
        }
        if (isNew(now.email(), result.email()) && reading.email(result.email()).isEmpty()) {
            return Optional.of("desk-email-invalid");
        }
        if (isNew(now.phone(), result.phone()) && reading.phone(result.phone()).isEmpty()) {
            return Optional.of("desk-phone-invalid");
        }
        return contacts.isTakenByAnother(contact.id(), result.email(), result.phone())
                ? Optional.of("desk-contact-taken")
                : Optional.empty();
    }

    private static boolean isNew(String before, String after) {
        return after != null && !after.equals(before);
    }

    private CaseData normalised(CaseData data) {
        return new CaseData(
                data.name(),
                reading.email(data.email()).orElse(data.email()),
                reading.phone(data.phone()).orElse(data.phone()),
                data.subject(),
                data.product(),
                data.remedySought());
    }

    private void write(CaseFile file, Contact contact, CaseData now, CaseData result, String actor) {
        if (!differing(now, result).isEmpty()) {
            contacts.correct(contact, result.name(), result.email(), result.phone());
            file.correct(result.subject(), result.product(), result.remedySought());
            memory.save(file);
        }
        for (String field : differing(now, result)) {
            timeline.edited(
                    file.reference(),
                    actor,
                    field,
                    now.byField().get(field),
                    result.byField().get(field));
        }
    }

    private static CaseData merged(CaseData now, CaseData wanted, List<String> changes) {
        Map<String, String> fields = now.byField();
        changes.forEach(field -> fields.put(field, wanted.byField().get(field)));
        return new CaseData(
                fields.get("name"),
                fields.get("email"),
                fields.get("phone"),
                fields.get("subject"),
                fields.get("product"),
                fields.get("remedySought"));
    }

    private static List<String> differing(CaseData one, CaseData other) {
        Map<String, String> others = other.byField();
        List<String> fields = new ArrayList<>();
        one.byField().forEach((field, value) -> {
            if (!Objects.equals(value, others.get(field))) {
                fields.add(field);
            }
        });
        return fields;
    }

    /** What became of a correction. A refusal is an answer, not an exception. */
    public sealed interface Outcome {

        record Done() implements Outcome {}

        /** @param fields that somebody else changed meanwhile */
        record Overtaken(List<String> fields) implements Outcome {}

        /** @param code key of the sentence for the reader, {@code refusal.<code>} in the message bundle */
        record Refused(String code) implements Outcome {}
    }
}
