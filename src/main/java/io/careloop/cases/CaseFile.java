package io.careloop.cases;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** One case. Others read it; {@link CaseFiles} changes it. */
@Table("cases_case")
public class CaseFile implements Cloneable {

    @Id
    private final String reference;

    @Version
    private int version;

    private final Channel channel;
    private final UUID contactId;
    private final Locale locale;
    private String subject;
    private final String description;
    private final Urgency urgency;
    private String remedySought;
    private final String triedSteps;
    private String product;
    private final String linkedTo;
    private final Instant registeredAt;
    private CaseStatus status = CaseStatus.OPEN;
    private Stage stage = Stage.CONTACT;
    private String owner;
    private String category;
    private String priority;
    private String team;
    private String causeCode;
    private String resolution;
    private int reopened;
    private String restrictedTo;
    private Instant firstResponseAt;
    private Instant resolvedAt;
    private Instant closedAt;

    @PersistenceCreator
    CaseFile(
            String reference,
            Channel channel,
            UUID contactId,
            Locale locale,
            String subject,
            String description,
            Urgency urgency,
            String remedySought,
            String triedSteps,
            String product,
            String linkedTo,
            Instant registeredAt) {
        this.reference = reference;
        this.channel = channel;
        this.contactId = contactId;
        this.locale = locale;
        this.subject = subject;
        this.description = description;
        this.urgency = urgency;
        this.remedySought = remedySought;
        this.triedSteps = triedSteps;
        this.product = product;
        this.linkedTo = linkedTo;
        this.registeredAt = registeredAt;
    }

    static CaseFile register(CaseReference reference, NewCase request, Contact contact, Instant at) {
        CaseFile file = new CaseFile(
                reference.value(),
                request.channel(),
                contact.id(),
                request.contact().locale(),
                request.subject(),
                request.description(),
                request.urgency(),
                request.remedySought(),
                request.triedSteps(),
                request.product(),
                request.linkedTo() == null ? null : request.linkedTo().value(),
                at);
        file.owner = request.owner();
        return file;
    }

    void classify(String category, String priority, String team) {
        this.category = category;
        this.priority = priority;
        this.team = team;
    }

    /** Only the first one counts. */
    boolean firstResponseGiven(Instant at) {
        if (firstResponseAt != null) {
            return false;
        }
        firstResponseAt = at;
        return true;
    }

    void implemented(String causeCode, String resolution) {
        this.causeCode = causeCode;
        this.resolution = resolution;
    }

    void resolved(Instant at) {
        status = CaseStatus.RESOLVED;
        resolvedAt = at;
    }

    /** The effect did not last, or the customer came back: work goes on under the same number. */
    void reopen() {
        status = CaseStatus.OPEN;
        resolvedAt = null;
        closedAt = null;
        reopened++;
    }

    void close(Instant at) {
        status = CaseStatus.CLOSED;
        closedAt = at;
    }

    void withdraw(Instant at) {
        status = CaseStatus.WITHDRAWN;
        closedAt = at;
    }

    /** The process has come to it, whatever else of the case is changed at the same time. */
    void enter(Stage entered) {
        stage = entered;
        version++;
    }

    CaseFile copy() {
        try {
            return (CaseFile) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the customer said is put right. */
    void correct(String subject, String product, String remedySought) {
        this.subject = subject;
        this.product = product;
        this.remedySought = remedySought;
    }

    void handOver(String newOwner) {
        owner = newOwner;
    }

    /** @param group null opens the case again */
    void restrictTo(String group) {
        restrictedTo = group;
    }

    public CaseReference reference() {
        return CaseReference.of(reference);
    }

    public Channel channel() {
        return channel;
    }

    public UUID contactId() {
        return contactId;
    }

    /** Language in which this case is talked about with the customer. */
    public Locale locale() {
        return locale;
    }

    public String subject() {
        return subject;
    }

    public String description() {
        return description;
    }

    public Urgency urgency() {
        return urgency;
    }

    public String remedySought() {
        return remedySought;
    }

    public String triedSteps() {
        return triedSteps;
    }

    public String product() {
        return product;
    }

    public String linkedTo() {
        return linkedTo;
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    public CaseStatus status() {
        return status;
    }

    public Stage stage() {
        return stage;
    }

    /** User id of the person of first contact. */
    public String owner() {
        return owner;
    }

    /** Null until classified. */
    public String category() {
        return category;
    }

    /** Null until classified. */
    public String priority() {
        return priority;
    }

    /** Group that works on it, null until routed. */
    public String team() {
        return team;
    }

    public String causeCode() {
        return causeCode;
    }

    public String resolution() {
        return resolution;
    }

    /** How often the case came back. */
    public int reopened() {
        return reopened;
    }

    /** Group to which the case is left, null if it is restricted to none. */
    public String restrictedTo() {
        return restrictedTo;
    }

    public Instant firstResponseAt() {
        return firstResponseAt;
    }

    public Instant resolvedAt() {
        return resolvedAt;
    }

    public Instant closedAt() {
        return closedAt;
    }
}
