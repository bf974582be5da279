package io.careloop.identity;

import io.careloop.engine.StandIns;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is away and who stands in. Whoever stands in is in the groups of the absent for as long: they see and do their
 * tasks, and read their cases. Days are those of the zone of working time.
 */
@Service
public class Absences implements StandIns {

    private final AbsenceStore store;
    private final Staff staff;
    private final BusinessDay days;
    private final Clock clock;

    Absences(AbsenceStore store, Staff staff, BusinessDay days, Clock clock) {
        this.store = store;
        this.staff = staff;
        this.days = days;
        this.clock = clock;
    }

    /** The absence of the user at the time. */
    public Optional<Absence> of(String user, Instant at) {
        return user == null ? Optional.empty() : store.on(days.at(at)).of(user);
    }

    /** Who works in the user's place at the time; empty for somebody present, and where nobody who is present stands in. */
    public Optional<String> deputyOf(String user, Instant at) {
        return user == null ? Optional.empty() : store.on(days.at(at)).standInFor(user);
    }

    /** Whether a member of the group, or somebody in a member's place, is present at the time. */
    public boolean isStaffed(String group, Instant at) {
        AbsentStaff absent = store.on(days.at(at));
        return staff.membersOf(group).stream()
                .map(StaffMember::id)
                .anyMatch(member ->
                        absent.of(member).isEmpty() || absent.standInFor(member).isPresent());
    }

    /** In whose place the user works now. */
    public Set<String> representedBy(String user) {
        return today().representedBy(user);
    }

    /** Present and coming ones of everybody, the soonest first. */
    public List<Absence> presentAndComing() {
        return store.endingFrom(days.at(clock.instant()));
    }

    public Optional<Absence> find(UUID id) {
        return store.find(id);
    }

    @Override
    public boolean isAbsent(String user) {
        return today().of(user).isPresent();
    }

    @Override
    public Optional<String> standInFor(String user) {
        return today().standInFor(user);
    }

    /**
     * Puts an absence on record.
     *
     * @param id     names it; the same absence entered twice under one id is there once
     * @param deputy null for nobody
     * @param actor  id of the user who enters it
     */
    @Transactional
    public Outcome enter(UUID id, String user, LocalDate from, LocalDate to, String deputy, String actor) {
        store.lock();
        Absence absence = new Absence(id, user, from, to, deputy, actor, clock.instant());
        Optional<Absence> known = store.find(id).filter(entered -> isSame(entered, absence));
        if (known.isPresent()) {
            return new Outcome.Entered(known.get());
        }
        Optional<String> refusal = refusalOf(absence);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        store.add(absence);
        return new Outcome.Entered(absence);
    }

    /** Takes an absence back; the record of it stays. */
    @Transactional
    public void withdraw(UUID id, String actor) {
        store.withdraw(id, actor, clock.instant());
    }

    private static boolean isSame(Absence entered, Absence other) {
        return entered.user().equals(other.user())
                && entered.firstDay().equals(other.firstDay())
                && entered.lastDay().equals(other.lastDay())
                && Objects.equals(entered.deputy(), other.deputy());
    }

    private Optional<String> refusalOf(Absence absence) {
        LocalDate from = absence.firstDay();
        LocalDate to = absence.lastDay();
        if (from == null || to == null || to.isBefore(from) || to.isBefore(days.at(clock.instant()))) {
            return Optional.of("absence-days");
        }
        if (store.isTaken(absence.id())) {
            return Optional.of("absence-known");
        }
        List<Absence> others = store.between(from, to);
        if (others.stream().anyMatch(other -> other.user().equals(absence.user()))) {
            return Optional.of("absence-overlap");
        }
        if (absence.deputy() == null) {
            return Optional.empty();
        }
        if (absence.deputy().equals(absence.user())
                || staff.find(absence.deputy()).isEmpty()) {
            return Optional.of("absence-deputy");
        }
        return leadsBack(absence.deputy(), absence, others, new HashSet<>())
                ? Optional.of("absence-circle")
                : Optional.empty();
    }

    /** Whether somebody stands in for the deputy, on one of the days, who is stood in for by the absent in the end. */
    private static boolean leadsBack(String deputy, Absence absence, List<Absence> others, Set<String> seen) {
        if (absence.user().equals(deputy)) {
            return true;
        }
        return seen.add(deputy)
                && others.stream()
                        .filter(other -> other.user().equals(deputy) && other.deputy() != null)
                        .anyMatch(other -> leadsBack(other.deputy(), absence, others, seen));
    }

    private AbsentStaff today() {
        return store.on(days.at(clock.instant()));
    }

    /** What became of an absence that somebody entered. */
    public sealed interface Outcome {

        record Entered(Absence absence) implements Outcome {}

        /** @param code key of the sentence for the reader, {@code refusal.<code>} in the message bundle */
        record Refused(String code) implements Outcome {}
    }
}
