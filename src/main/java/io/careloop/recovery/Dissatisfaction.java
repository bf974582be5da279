package io.careloop.recovery;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseStatus;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.deadline.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds up what makes a customer less content, and starts to win them back where the table says so. What happens while a
 * recovery of the case goes on joins it: the customer deals with one person, not with several.
 */
@Service
public class Dissatisfaction {

    private final CaseFiles cases;
    private final RecoveryStore store;
    private final Ledger ledger;
    private final Weights weights;
    private final RecoveryProcesses processes;
    private final Timeline timeline;
    private final WorkingTime workingTime;
    private final RecoveryProperties properties;
    private final Clock clock;

    Dissatisfaction(
            CaseFiles cases,
            RecoveryStore store,
            Ledger ledger,
            Weights weights,
            RecoveryProcesses processes,
            Timeline timeline,
            WorkingTime workingTime,
            RecoveryProperties properties,
            Clock clock) {
        this.cases = cases;
        this.store = store;
        this.ledger = ledger;
        this.weights = weights;
        this.processes = processes;
        this.timeline = timeline;
        this.workingTime = workingTime;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Counts what happened, once for each occurrence.
     *
     * @param happening code that the table weighs; one that it does not know weighs nothing
     * @param detail    what exactly, may be null
     * @param words     what the customer said, else null
     */
    @Transactional
    public void note(CaseReference reference, String happening, String occurrence, String detail, String words) {
        CaseFile file = cases.get(reference);
        if (file.status() == CaseStatus.WITHDRAWN) {
            return;
        }
        String said = Objects.toString(words, "").toLowerCase(Locale.ROOT);
        weights.of(happening, said).ifPresent(weight -> {
            // two things that happen at the same moment must see each other's points
            ledger.hold(reference, properties.currency());
            Contribution contribution =
                    new Contribution(reference, occurrence, happening, weight.points(), detail, clock.instant(), null);
            if (store.add(contribution)) {
                react(file, contribution, weight.recoveryFrom());
            }
        });
    }

    private void react(CaseFile file, Contribution contribution, int recoveryFrom) {
        int score = store.scoreOf(file.reference());
        if (score >= recoveryFrom) {
            Instant dueAt = workingTime.plus(contribution.at(), properties.apologyWithin());
            boolean opened = store.open(file.reference(), contribution.at(), dueAt);
            Recovery recovery = store.findOpen(file.reference()).orElseThrow();
            store.assign(contribution, recovery.id());
            timeline.note(file.reference(), Kind.RECOVERY_STARTED, Actors.SYSTEM, contribution.happening());
            if (opened) {
                processes.startRecovery(recovery, contribution.happening(), file.category(), score);
                return;
            }
        }
        processes.reorder(file.reference(), score);
    }

    /** What the case's score consists of, oldest first. */
    public List<Contribution> of(CaseReference reference) {
        return store.contributionsOf(reference);
    }

    /** Points since the customer was last won back; the queue is ordered by it. */
    public int scoreOf(CaseReference reference) {
        return store.scoreOf(reference);
    }
}
