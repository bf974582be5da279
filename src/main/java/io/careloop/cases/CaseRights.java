package io.careloop.cases;

import io.careloop.identity.Groups;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Who may see which case file, and what of its customer. Those who serve customers, and those who answer for the service,
 * see every case; a department sees the cases that were given to it, of which it has a task, or with which it helps;
 * whoever had a task keeps seeing its case, unless it was help. A restricted case is left to its group, to whoever it waits
 * for in an approving group, and to the managers.
 */
@Service
public class CaseRights {

    private static final Set<String> SEE_ALL = Set.of(
            Groups.AGENTS,
            Groups.EXPERTS,
            Groups.COMPLAINTS,
            Groups.RECOVERY,
            Groups.COORDINATORS,
            Groups.QUALITY,
            Groups.LEGAL,
            Groups.NEGOTIATORS,
            Groups.MANAGERS,
            Groups.AUDITORS);

    private static final Set<String> WRITE = Set.of(
            Groups.AGENTS,
            Groups.EXPERTS,
            Groups.COMPLAINTS,
            Groups.RECOVERY,
            Groups.COORDINATORS,
            Groups.QUALITY,
            Groups.LEGAL,
            Groups.NEGOTIATORS,
            Groups.TECHNOLOGY,
            Groups.LOGISTICS,
            Groups.BILLING,
            Groups.PRODUCT);

    private final CaseFiles cases;
    private final CaseTasks tasks;
    private final CasesProperties properties;
    private final ObjectProvider<CaseHelp> helpers;

    CaseRights(CaseFiles cases, CaseTasks tasks, CasesProperties properties, ObjectProvider<CaseHelp> helpers) {
        this.cases = cases;
        this.tasks = tasks;
        this.properties = properties;
        this.helpers = helpers;
    }

    /**
     * The case, for somebody who may see it.
     *
     * @throws CaseNotFoundException if there is none, or none for this reader: they cannot tell which
     */
    public CaseFile visible(String reference, Reader reader) {
        return CaseReference.parse(reference)
                .flatMap(cases::find)
                .filter(file -> maySee(file, reader))
                .orElseThrow(() -> new CaseNotFoundException(reference));
    }

    public boolean maySee(CaseFile file, Reader reader) {
        return file.restrictedTo() == null ? seesUnrestricted(file, reader) : seesRestricted(file, reader);
    }

    /** Whether even restricted cases are open to the reader. */
    boolean seesRestricted(Reader reader) {
        return reader.groups().contains(Groups.MANAGERS);
    }

    /** Restricted cases, of whatever group, that wait for the reader or for an approving group of theirs. */
    Set<CaseReference> awaiting(Reader reader) {
        Set<String> approving = new HashSet<>(reader.groups());
        approving.retainAll(properties.approvingGroups());
        return tasks.waitingFor(reader, approving);
    }

    private boolean seesRestricted(CaseFile file, Reader reader) {
        return seesRestricted(reader)
                || reader.groups().contains(file.restrictedTo())
                || awaiting(reader).contains(file.reference());
    }

    private boolean seesUnrestricted(CaseFile file, Reader reader) {
        return seesAll(reader)
                || reader.id().equals(file.owner())
                || (file.team() != null && reader.groups().contains(file.team()))
                || tasks.isInvolved(file.reference(), reader)
                || helpers.stream().anyMatch(help -> help.helps(file.reference(), reader));
    }

    /** The cases that the reader sees for a task, or for help that they give. */
    Set<CaseReference> involving(Reader reader) {
        Set<CaseReference> involving = new HashSet<>(tasks.involving(reader));
        helpers.stream().forEach(help -> involving.addAll(help.helpedBy(reader)));
        return involving;
    }

    /** Whether no case is hidden from the reader but restricted ones. */
    public boolean seesAll(Reader reader) {
        return !Collections.disjoint(SEE_ALL, reader.groups());
    }

    /** Whether the reader works on cases; managers and auditors read them only. */
    public boolean mayWrite(Reader reader) {
        return !Collections.disjoint(WRITE, reader.groups());
    }

    /** Whether the customer hears from the reader: from the service side and the owner, never from a department. */
    public boolean mayWriteToCustomer(CaseFile file, Reader reader) {
        return reader.id().equals(file.owner()) || !Collections.disjoint(properties.writingGroups(), reader.groups());
    }

    /** Whether the reader needs to know how the customer is reached. */
    public boolean maySeeContact(Reader reader) {
        return reader.groups().isEmpty() || !properties.contactHiddenFrom().containsAll(reader.groups());
    }

    /** Whether the reader may open a restricted case again to all who would see it. */
    public boolean mayRelease(Reader reader) {
        return seesRestricted(reader);
    }

    /** Whether the reader may leave a case to the complaint desk alone. */
    public boolean mayRestrict(Reader reader) {
        return seesRestricted(reader) || reader.groups().contains(Groups.COMPLAINTS);
    }

    /** What the reader may know of the customer. */
    public Contact shownTo(Reader reader, Contact contact) {
        return maySeeContact(reader)
                ? contact
                : new Contact(contact.id(), contact.name(), null, null, contact.locale(), contact.createdAt());
    }

    /** Whether the reader serves customers: they change what is known of them, and pass cases on. */
    public boolean mayEdit(Reader reader) {
        return seesAll(reader) && mayWrite(reader);
    }
}
