package io.careloop.collaboration;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.collaboration.Branch.State;
import io.careloop.deadline.WorkingTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a question between its department, the owner and the coordinator. The limit of a department runs only while it has
 * the question. A refusal is returned as the code of its sentence, {@code refusal.<code>}; nothing is kept then.
 */
@Service
public class Branches {

    private static final Duration LONGEST_EXTENSION = Duration.ofHours(200);

    private final BranchStore store;
    private final BranchRecord record;
    private final CaseFiles cases;
    private final DepartmentLimits limits;
    private final WorkingTime workingTime;
    private final CollaborationProperties properties;
    private final Clock clock;

    Branches(
            BranchStore store,
            BranchRecord record,
            CaseFiles cases,
            DepartmentLimits limits,
            WorkingTime workingTime,
            CollaborationProperties properties,
            Clock clock) {
        this.store = store;
        this.record = record;
        this.cases = cases;
        this.limits = limits;
        this.workingTime = workingTime;
        this.properties = properties;
        this.clock = clock;
    }

    public Branch get(long id) {
        return store.branch(id);
    }

    /** Whether one of the departments has an open question of the case. */
    public boolean isAtWork(CaseReference reference, Set<String> departments) {
        return store.branchesOf(reference).stream()
                .anyMatch(branch -> branch.isOpen() && departments.contains(branch.department()));
    }

    /** The cases of which the departments have open questions. */
    public Set<CaseReference> casesOf(Set<String> departments) {
        return departments.isEmpty() ? Set.of() : store.casesOf(departments);
    }

    /** The department has the question from now on, for what is left of its limit. */
    @Transactional
    public Turn takeUp(long id) {
        Branch branch = store.branch(id);
        Instant now = clock.instant();
        store.hand(branch, now, dueAt(branch, now));
        return turn(id);
    }

    /** The turn of the department that has the question, as it stands. */
    public Turn turn(long id) {
        Branch branch = store.branch(id);
        Duration half = branch.allowed().dividedBy(2).minus(branch.held());
        return new Turn(branch.department(), workingTime.plus(branch.since(), notNegative(half)), branch.dueAt());
    }

    /** Keeps that somebody of a department has seen the case for a question; each of them once for each question. */
    @Transactional
    public void look(CaseReference reference, String user, Set<String> departments) {
        for (Branch branch : store.branchesOf(reference)) {
            if (branch.isOpen()
                    && departments.contains(branch.department())
                    && store.look(branch, user, clock.instant())) {
                record.note(branch, Kind.DEPARTMENT_LOOKED, user, "");
            }
        }
    }

    /** Until when an owner or a coordinator takes care of what came back now. */
    public Instant decideBy() {
        return workingTime.plus(clock.instant(), properties.decideWithin());
    }

    /** Until when a coordinator looks after departments that were asked now. */
    public Instant coordinateBy() {
        return workingTime.plus(clock.instant(), properties.coordinateWithin());
    }

    /** Until when the minutes of a task force that is called now are written. */
    public Instant minutesBy() {
        return workingTime.plusDays(clock.instant(), properties.minutesWithin());
    }

    /** @param answer null if there is none */
    @Transactional
    public Optional<String> answer(long id, String answer, String actor) {
        if (answer == null) {
            return Optional.of("department-answer-needed");
        }
        Branch branch = letGo(id, Kind.DEPARTMENT_ANSWERED);
        store.end(branch, State.ANSWERED, answer, clock.instant());
        record.note(branch, Kind.DEPARTMENT_ANSWERED, actor, answer);
        return Optional.empty();
    }

    /** The department needs to know more. */
    @Transactional
    public Optional<String> askBack(long id, String question, String actor) {
        if (question == null) {
            return Optional.of("department-question-back-needed");
        }
        Branch branch = letGo(id, Kind.DEPARTMENT_ASKED_BACK);
        store.state(branch, State.ASKED_BACK);
        record.note(branch, Kind.DEPARTMENT_ASKED_BACK, actor, question);
        return Optional.empty();
    }

    /** The department does not take it. From the second time on a coordinator decides what becomes of it. */
    @Transactional
    public Optional<String> handBack(long id, String reason, String actor) {
        if (reason == null) {
            return Optional.of("department-reason-needed");
        }
        Branch branch = letGo(id, Kind.DEPARTMENT_HANDED_BACK);
        store.handedBack(branch);
        store.state(branch, branch.handBacks() == 0 ? State.HANDED_BACK : State.WITH_COORDINATOR);
        record.note(branch, Kind.DEPARTMENT_HANDED_BACK, actor, reason);
        return Optional.empty();
    }

    /** The owner answers what the department asked back. */
    @Transactional
    public Optional<String> clarify(long id, String answer, String actor) {
        if (answer == null) {
            return Optional.of("department-answer-needed");
        }
        record.note(store.branch(id), Kind.DEPARTMENT_CLARIFIED, actor, answer);
        return Optional.empty();
    }

    /** The same department is asked again, with words that help. */
    @Transactional
    public Optional<String> askAgain(long id, String words, String actor) {
        if (words == null) {
            return Optional.of("department-question-needed");
        }
        record.note(store.branch(id), Kind.DEPARTMENT_ASKED_AGAIN, actor, words);
        return Optional.empty();
    }

    /** Another department is asked in place of the one that had it, and has its own limit. */
    @Transactional
    public Optional<String> move(long id, String department, String reason, String actor) {
        Branch branch = store.branch(id);
        if (!branch.isOpen()) {
            return Optional.of("department-question-over");
        }
        if (!Department.ALL.contains(department) || department.equals(branch.department())) {
            return Optional.of("department-unknown");
        }
        if (isAtWork(branch, department)) {
            return Optional.of("department-asked-already");
        }
        if (reason == null) {
            return Optional.of("department-reason-needed");
        }
        letGo(id, Kind.DEPARTMENT_MOVED);
        String priority = cases.get(branch.reference()).priority();
        store.move(branch, department, limits.limitOf(department, priority));
        record.note(branch, Kind.DEPARTMENT_MOVED, actor, "→ " + department + " · " + reason);
        return Optional.empty();
    }

    private boolean isAtWork(Branch branch, String department) {
        return store.branchesOf(branch.run()).stream()
                .anyMatch(other -> other.isOpen() && other.department().equals(department));
    }

    /** @param more opening hours that the department gets in addition */
    @Transactional
    public Optional<String> extend(long id, Duration more, String reason, String actor) {
        Branch branch = store.branch(id);
        if (!branch.isOpen()) {
            return Optional.of("department-question-over");
        }
        if (more == null || more.isZero() || more.isNegative() || more.compareTo(LONGEST_EXTENSION) > 0) {
            return Optional.of("department-hours-needed");
        }
        if (reason == null) {
            return Optional.of("department-reason-needed");
        }
        Instant dueAt = branch.since() == null ? null : workingTime.plus(branch.dueAt(), more);
        store.extend(branch, branch.allowed().plus(more), dueAt);
        record.note(branch, Kind.DEPARTMENT_EXTENDED, actor, "+" + more.toHours() + " h · " + reason);
        return Optional.empty();
    }

    /** The question is not needed any more. */
    @Transactional
    public Optional<String> drop(long id, String reason, String actor) {
        if (!store.branch(id).isOpen()) {
            return Optional.of("department-question-over");
        }
        if (reason == null) {
            return Optional.of("department-reason-needed");
        }
        Branch branch = letGo(id, Kind.DEPARTMENT_DROPPED);
        store.end(branch, State.DROPPED, null, clock.instant());
        record.note(branch, Kind.DEPARTMENT_DROPPED, actor, reason);
        return Optional.empty();
    }

    /** The department still has it after its limit. */
    @Transactional
    public void noteLate(long id) {
        Branch branch = store.branch(id);
        store.noteLate(branch);
        record.note(branch, Kind.DEPARTMENT_LATE, Actors.SYSTEM, "");
    }

    /** When the rest of the limit is over. A department that is late stays as late as it is. */
    private Instant dueAt(Branch branch, Instant from) {
        Duration left = branch.allowed().minus(branch.held());
        return left.isNegative() && branch.dueAt() != null ? branch.dueAt() : workingTime.plus(from, notNegative(left));
    }

    private static Duration notNegative(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }

    /** Nothing happens if the department does not have it. */
    private Branch letGo(long id, Kind why) {
        Branch branch = store.branch(id);
        if (branch.since() != null) {
            Instant now = clock.instant();
            store.letGo(branch, now, workingTime.between(branch.since(), now), now.isAfter(branch.dueAt()), why.name());
        }
        return branch;
    }

    /**
     * A department has the question.
     *
     * @param halfAt when half of the limit is over
     */
    public record Turn(String department, Instant halfAt, Instant dueAt) {}
}
