package io.careloop.collaboration;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CasesProperties;
import io.careloop.cases.DepartmentsDone;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what departments are asked of a case. At most one collaboration of a case is open: who is asked later joins it. */
@Service
public class Collaborations {

    private final CaseFiles cases;
    private final CollaborationStore store;
    private final BranchStore branches;
    private final BranchRecord record;
    private final DepartmentLimits limits;
    private final Timeline timeline;
    private final CasesProperties access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Collaborations(
            CaseFiles cases,
            CollaborationStore store,
            BranchStore branches,
            BranchRecord record,
            DepartmentLimits limits,
            Timeline timeline,
            CasesProperties access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.store = store;
        this.branches = branches;
        this.record = record;
        this.limits = limits;
        this.timeline = timeline;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps the questions; nobody else decides about the case until the transaction is over.
     *
     * @param taskForce whether it is to end with minutes
     * @param actor     user id or system
     */
    @Transactional
    public Outcome ask(CaseReference reference, List<Question> questions, boolean taskForce, String actor) {
        cases.lock(reference);
        CaseFile file = cases.get(reference);
        Optional<Collaboration> open = store.findOpen(reference);
        Optional<String> refusal = refusal(file, open, questions);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        Instant now = clock.instant();
        Collaboration run = open.orElseGet(() -> store.open(reference, taskForce, actor, now));
        if (taskForce) {
            store.makeTaskForce(run.id());
            timeline.note(reference, Kind.TASK_FORCE_CALLED, actor, departments(questions));
        }
        List<Branch> asked = questions.stream()
                .map(question -> {
                    Branch branch = branches.ask(
                            run.id(),
                            reference,
                            question,
                            limits.limitOf(question.department(), file.priority()),
                            actor,
                            now);
                    record.note(branch, Kind.DEPARTMENT_ASKED, actor, question.text());
                    return branch;
                })
                .toList();
        return new Outcome.Asked(asked, open.isPresent());
    }

    private Optional<String> refusal(CaseFile file, Optional<Collaboration> open, List<Question> questions) {
        if (file.status().isOver()) {
            return Optional.of("department-case-over");
        }
        if (questions.isEmpty()) {
            return Optional.of("department-needed");
        }
        if (questions.stream()
                .anyMatch(
                        question -> question.text().isEmpty() || question.text().length() > Question.LONGEST)) {
            return Optional.of("department-question-needed");
        }
        Set<String> busy = new HashSet<>(open.map(run -> openBranches(run.id())).orElse(List.of()).stream()
                .map(Branch::department)
                .toList());
        for (Question question : questions) {
            if (!Department.ALL.contains(question.department())) {
                return Optional.of("department-unknown");
            }
            if (!admits(file, question.department())) {
                return Optional.of("department-restricted");
            }
            if (!busy.add(question.department())) {
                return Optional.of("department-asked-already");
            }
        }
        return Optional.empty();
    }

    /** A restricted case stays with its group and those who approve. */
    private boolean admits(CaseFile file, String department) {
        return file.restrictedTo() == null
                || file.restrictedTo().equals(department)
                || access.approvingGroups().contains(department);
    }

    /** The one that goes on. */
    public Optional<Collaboration> open(CaseReference reference) {
        return store.findOpen(reference);
    }

    /** All of a case, oldest first. */
    public List<Collaboration> of(CaseReference reference) {
        return store.of(reference);
    }

    /** The questions of a collaboration that still lie with somebody, by number. */
    public List<Branch> openBranches(long run) {
        return branches.branchesOf(run).stream().filter(Branch::isOpen).toList();
    }

    public Branch branch(long id) {
        return branches.branch(id);
    }

    /** All questions of a case, oldest first. */
    public List<Branch> branchesOf(CaseReference reference) {
        return branches.branchesOf(reference);
    }

    /** What happened to a question, oldest first. */
    public List<BranchStep> stepsOf(Branch branch) {
        return branches.stepsOf(branch.id());
    }

    /** @return whether a coordinator is called now, for the first time in the collaboration that goes on */
    @Transactional
    public boolean callCoordinator(CaseReference reference) {
        boolean called = store.findOpen(reference)
                .map(run -> store.coordinate(run.id(), clock.instant()))
                .orElse(false);
        if (called) {
            timeline.note(reference, Kind.COORDINATOR_CALLED, Actors.SYSTEM, "");
        }
        return called;
    }

    /** @return the code of the refusal, {@code refusal.<code>}; empty if the minutes are kept */
    @Transactional
    public Optional<String> keepMinutes(CaseReference reference, String minutes, String author) {
        if (minutes == null) {
            return Optional.of("minutes-needed");
        }
        store.keepMinutes(store.findOpen(reference).orElseThrow().id(), minutes, author);
        timeline.note(reference, Kind.MINUTES_WRITTEN, author, minutes);
        return Optional.empty();
    }

    /** No question is open any more; nobody else decides about the case until the transaction is over. */
    @Transactional
    public void end(CaseReference reference) {
        abandon(reference);
        events.publishEvent(new DepartmentsDone(reference));
    }

    /** The case is over, and whoever waited for departments with it. */
    @Transactional
    void abandon(CaseReference reference) {
        cases.lock(reference);
        store.findOpen(reference).ifPresent(run -> store.end(run.id(), clock.instant()));
    }

    private static String departments(List<Question> questions) {
        return questions.stream().map(Question::department).collect(Collectors.joining(", "));
    }

    /** What became of a wish to ask departments. A refusal is an answer, not an exception. */
    public sealed interface Outcome {

        /** @param joined whether they joined a collaboration that was open already */
        record Asked(List<Branch> branches, boolean joined) implements Outcome {}

        /** @param code key of the sentence for the reader, {@code refusal.<code>} in the message bundle */
        record Refused(String code) implements Outcome {}
    }
}
