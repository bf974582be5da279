package io.careloop.cases;

import io.careloop.engine.TransactionMemory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers whom we know. */
@Service
public class Contacts {

    private final ContactRepository contacts;
    private final Clock clock;
    private final TransactionMemory<Map<UUID, Contact>> known = new TransactionMemory<>(HashMap::new);

    Contacts(ContactRepository contacts, Clock clock) {
        this.contacts = contacts;
        this.clock = clock;
    }

    public Contact get(UUID id) {
        return known.get().computeIfAbsent(id, any -> contacts.findById(any).orElseThrow());
    }

    /** Somebody has held one by another road, to read it anew. */
    void forget() {
        known.get().clear();
    }

    /**
     * The customer with this e-mail address, else with this phone number.
     *
     * @param email lower case, may be null
     * @param phone E.164, may be null
     */
    public Optional<Contact> known(String email, String phone) {
        return Optional.ofNullable(email)
                .flatMap(contacts::findByEmail)
                .or(() -> Optional.ofNullable(phone).flatMap(contacts::findByPhone));
    }

    /**
     * The known customer whom the details name, filled in with what we did not know of them yet, else a new one. What
     * was known is never overwritten: whoever types an address into a public form has not proven that it is theirs.
     */
    @Transactional
    Recognised recognise(ContactDetails details) {
        return known(details.email(), details.phone())
                .map(contact -> new Recognised(completed(contact, details), true))
                .orElseGet(() -> added(details));
    }

    /** Two requests of one new customer may come at the same moment: the second waits and finds the first one's. */
    private Recognised added(ContactDetails details) {
        Contact contact = new Contact(
                UUID.randomUUID(), details.name(), details.email(), details.phone(), details.locale(), clock.instant());
        int added = contacts.add(
                contact.id(),
                contact.name(),
                contact.email(),
                contact.phone(),
                contact.locale().toLanguageTag(),
                Timestamp.from(contact.createdAt()));
        return added == 1
                ? new Recognised(kept(contact), false)
                : new Recognised(known(details.email(), details.phone()).orElseThrow(), true);
    }

    /** Whether somebody else is known by one of these addresses. */
    boolean isTakenByAnother(UUID id, String email, String phone) {
        return Stream.of(known(email, null), known(null, phone))
                .flatMap(Optional::stream)
                .anyMatch(holder -> !holder.id().equals(id));
    }

    void correct(Contact contact, String name, String email, String phone) {
        kept(contacts.save(new Contact(contact.id(), name, email, phone, contact.locale(), contact.createdAt())));
    }

    private Contact completed(Contact contact, ContactDetails details) {
        Contact completed = new Contact(
                contact.id(),
                contact.name() == null ? details.name() : contact.name(),
                free(contact.email(), details.email(), contacts::findByEmail),
                free(contact.phone(), details.phone(), contacts::findByPhone),
                contact.locale() == null ? Locale.ENGLISH : contact.locale(),
                contact.createdAt());
        return completed.equals(contact) ? contact : kept(contacts.save(completed));
    }

    private Contact kept(Contact contact) {
        known.get().put(contact.id(), contact);
        return contact;
    }

    /** Read with a case; what this transaction knew before stays. */
    void keep(Contact contact) {
        known.get().putIfAbsent(contact.id(), contact);
    }

    /** @param row with the columns of a contact, each called {@code customer_} and its name */
    static Contact read(ResultSet row) throws SQLException {
        return new Contact(
                row.getObject("customer_id", UUID.class),
                row.getString("customer_name"),
                row.getString("customer_email"),
                row.getString("customer_phone"),
                Locale.forLanguageTag(row.getString("customer_locale")),
                row.getTimestamp("customer_created_at").toInstant());
    }

    /** The known address, else the new one unless it is somebody else's. */
    private String free(String known, String added, java.util.function.Function<String, Optional<Contact>> holder) {
        if (known != null || added == null) {
            return known;
        }
        return holder.apply(added).isEmpty() ? added : null;
    }

    record Recognised(Contact contact, boolean wasKnown) {}
}
