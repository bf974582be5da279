package io.careloop.cases;

import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.engine.OneCommand;
import io.careloop.identity.Groups;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens, changes and finds cases; every change is told in the timeline within the same transaction. */
@Service
public class CaseFiles {

    /** What staff see as the past of a customer. */
    private static final Duration PAST = Duration.ofDays(365);

    private final CaseFileRepository files;
    private final CaseMemory memory;
    private final Contacts contacts;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final OneCommand engine;
    private final ObjectProvider<ClosingCondition> conditions;
    private final Clock clock;

    CaseFiles(
            CaseFileRepository files,
            CaseMemory memory,
            Contacts contacts,
            Timeline timeline,
            ApplicationEventPublisher events,
            OneCommand engine,
            ObjectProvider<ClosingCondition> conditions,
            Clock clock) {
        this.files = files;
        this.memory = memory;
        this.contacts = contacts;
        this.timeline = timeline;
        this.events = events;
        this.engine = engine;
        this.conditions = conditions;
        this.clock = clock;
    }

    /** Opens a case and publishes {@link CaseRegistered}; a known contact is recognised. */
    @Transactional
    public CaseFile register(NewCase request) {
        Instant now = now();
        Contacts.Recognised recognised = contacts.recognise(request.contact());
        CaseReference reference = CaseReference.of(
                "C-%d-%06d".formatted(now.atZone(ZoneOffset.UTC).getYear(), files.nextNumber()));
        CaseFile file = memory.insert(CaseFile.register(reference, request, recognised.contact(), now));
        events.publishEvent(new CaseChanged(file));
        timeline.tell(reference, Kind.REGISTERED, Actors.CUSTOMER, request.description());
        if (recognised.wasKnown()) {
            timeline.note(
                    reference,
                    Kind.CONTACT_RECOGNISED,
                    Actors.SYSTEM,
                    Objects.toString(recognised.contact().name(), ""));
        }
        engine.run(() -> events.publishEvent(new CaseRegistered(reference)));
        return get(reference);
    }

    /** @throws CaseNotFoundException if there is none */
    public CaseFile get(CaseReference reference) {
        return find(reference).orElseThrow(() -> new CaseNotFoundException(reference));
    }

    /** Whether there is no case at all yet. */
    public boolean isEmpty() {
        return files.count() == 0;
    }

    public Optional<CaseFile> find(CaseReference reference) {
        return memory.find(reference);
    }

    /** Those of the cases that there are, in no order. */
    public List<CaseFile> findAll(Collection<CaseReference> references) {
        return files.findAllById(references.stream().map(CaseReference::value).toList());
    }

    /** The customer's cases of the last twelve months, newest first. */
    public List<CaseFile> recentOf(UUID contactId) {
        return files.findByContactIdAndRegisteredAtAfterOrderByRegisteredAtDesc(
                contactId, clock.instant().minus(PAST));
    }

    /** Lets nobody else decide about the case until the transaction is over. */
    public void lock(CaseReference reference) {
        memory.hold(reference);
    }

    /** The cases that go on from this one. */
    public List<CaseFile> linkedTo(CaseReference reference) {
        return files.findByLinkedToOrderByRegisteredAt(reference.value());
    }

    /** Says what kind of case it is and who works on it; publishes {@link CaseClassified}. */
    @Transactional
    public void classify(CaseReference reference, String actor, String category, String priority, String team) {
        CaseFile file = get(reference);
        String oldCategory = file.category();
        String oldPriority = file.priority();
        String oldTeam = file.team();
        file.classify(category, priority, team);
        save(file);
        timeline.note(reference, Kind.CLASSIFIED, actor, "%s · %s · %s".formatted(category, priority, team));
        if (oldCategory != null) {
            noteEdit(reference, actor, "category", oldCategory, category);
            noteEdit(reference, actor, "priority", oldPriority, priority);
            noteEdit(reference, actor, "team", oldTeam, team);
        }
        events.publishEvent(new CaseClassified(reference));
    }

    /** Publishes {@link FirstResponseGiven} if nobody had answered the customer before. */
    @Transactional
    public void firstResponseGiven(CaseReference reference) {
        CaseFile file = get(reference);
        Instant now = now();
        if (file.firstResponseGiven(now)) {
            save(file);
            events.publishEvent(new FirstResponseGiven(reference, now));
        }
    }

    /** The solution is in place; the customer has not confirmed it yet. */
    @Transactional
    public void implemented(CaseReference reference, String actor, String causeCode, String resolution) {
        change(reference, file -> file.implemented(causeCode, resolution));
        timeline.tell(reference, Kind.IMPLEMENTED, actor, resolution);
    }

    /** The customer confirmed the effect. */
    @Transactional
    public void resolved(CaseReference reference) {
        change(reference, file -> file.resolved(now()));
        timeline.tell(reference, Kind.RESOLVED, Actors.CUSTOMER, "");
    }

    /** The effect did not last: the same case goes on, whoever noticed it; publishes {@link CaseReopened}. */
    @Transactional
    public void reopened(CaseReference reference, String actor, String reason) {
        change(reference, CaseFile::reopen);
        timeline.tell(reference, Kind.REOPENED, actor, reason);
        events.publishEvent(new CaseReopened(reference, get(reference).reopened()));
    }

    /**
     * Closes the case, and publishes {@link CaseClosed}, unless somebody still works on it. Nobody else decides about it until the transaction is over, so
     * that whoever is the last to be done with it knows that its closing waits.
     *
     * @return whether it is closed
     */
    @Transactional
    public boolean closed(CaseReference reference) {
        lock(reference);
        if (isHeldOpen(reference)) {
            timeline.note(reference, Kind.CLOSING_HELD_UP, Actors.SYSTEM, "");
            return false;
        }
        change(reference, file -> file.close(now()));
        timeline.tell(reference, Kind.CLOSED, Actors.SYSTEM, "");
        events.publishEvent(new CaseClosed(reference));
        return true;
    }

    private boolean isHeldOpen(CaseReference reference) {
        return conditions.stream().anyMatch(condition -> condition.holdsOpen(reference));
    }

    /** Lets whoever works on the case stop before its process ends; publishes {@link CaseBeingWithdrawn}. */
    @Transactional
    public void beingWithdrawn(CaseReference reference) {
        events.publishEvent(new CaseBeingWithdrawn(reference));
    }

    /** The customer does not pursue the case; publishes {@link CaseWithdrawn}. */
    @Transactional
    public void withdrawn(CaseReference reference, String actor) {
        change(reference, file -> file.withdraw(now()));
        timeline.tell(reference, Kind.WITHDRAWN, actor, "");
        events.publishEvent(new CaseWithdrawn(reference));
    }

    /**
     * Leaves the case to a group, to those in other groups whose approval it waits for, and to the managers; everybody
     * else sees and works on it no more. The customer notices nothing. Publishes {@link CaseAccessChanged}.
     *
     * @param group one of {@link Groups#WORKING}
     */
    @Transactional
    public void restrict(CaseReference reference, String group, String reason, String actor) {
        if (!Groups.WORKING.contains(group)) {
            throw new IllegalArgumentException("No group that works on cases: " + group);
        }
        lock(reference);
        if (group.equals(get(reference).restrictedTo())) {
            return;
        }
        change(reference, file -> file.restrictTo(group));
        timeline.note(reference, Kind.RESTRICTED, actor, "%s: %s".formatted(group, reason));
        events.publishEvent(new CaseAccessChanged(reference));
    }

    /** Opens a restricted case again to all who would see it; publishes {@link CaseAccessChanged}. */
    @Transactional
    public void release(CaseReference reference, String reason, String actor) {
        lock(reference);
        if (get(reference).restrictedTo() == null) {
            return;
        }
        change(reference, file -> file.restrictTo(null));
        timeline.note(reference, Kind.RELEASED, actor, reason);
        events.publishEvent(new CaseAccessChanged(reference));
    }

    /** The case gets another owner, since the one of first contact cannot go on; publishes {@link OwnerChanged}. */
    @Transactional
    public void handOver(CaseReference reference, String actor, String newOwner, String reason) {
        String former = get(reference).owner();
        change(reference, file -> file.handOver(newOwner));
        timeline.note(reference, Kind.HANDED_OVER, actor, newOwner + " · " + reason);
        events.publishEvent(new OwnerChanged(reference, newOwner, former));
    }

    /** Another team takes the case over from the one that it was given to; publishes {@link CaseMovedOn}. */
    @Transactional
    public void moveOn(CaseReference reference, String actor, String newTeam, String reason) {
        String former = get(reference).team();
        change(reference, file -> file.classify(file.category(), file.priority(), newTeam));
        timeline.note(reference, Kind.HANDED_OVER, actor, "%s → %s · %s".formatted(former, newTeam, reason));
        events.publishEvent(new CaseMovedOn(reference, newTeam, former));
    }

    @Transactional
    public void enterStage(CaseReference reference, Stage stage) {
        memory.enterStage(reference, stage);
    }

    /** As exact as it is kept. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void change(CaseReference reference, Consumer<CaseFile> change) {
        CaseFile file = get(reference);
        change.accept(file);
        save(file);
    }

    private void save(CaseFile file) {
        memory.save(file);
        events.publishEvent(new CaseChanged(file));
    }

    private void noteEdit(CaseReference reference, String actor, String field, String oldValue, String newValue) {
        if (!Objects.equals(oldValue, newValue)) {
            timeline.edited(reference, actor, field, oldValue, newValue);
        }
    }
}
