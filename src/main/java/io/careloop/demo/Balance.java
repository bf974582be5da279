package io.careloop.demo;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseStatus;
import io.careloop.collaboration.Collaborations;
import io.careloop.deadline.DeadlineClock;
import io.careloop.deadline.DeadlineClock.State;
import io.careloop.deadline.Deadlines;
import io.careloop.escalation.EscalationHistory;
import io.careloop.recovery.Recoveries;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What cases have come to, in one line. */
@Component
@Profile("demo")
class Balance {

    private final CaseFiles cases;
    private final Deadlines deadlines;
    private final EscalationHistory escalations;
    private final Recoveries recoveries;
    private final Collaborations collaborations;
    private final Clock clock;

    Balance(
            CaseFiles cases,
            Deadlines deadlines,
            EscalationHistory escalations,
            Recoveries recoveries,
            Collaborations collaborations,
            Clock clock) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.escalations = escalations;
        this.recoveries = recoveries;
        this.collaborations = collaborations;
        this.clock = clock;
    }

    String of(List<CaseReference> references) {
        Map<CaseStatus, Long> byStatus = references.stream()
                .map(reference -> cases.get(reference).status())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return "%d cases: %d open, %d resolved, %d closed, %d withdrawn; %d late, %d escalated, %d recovered, %d with departments"
                .formatted(
                        references.size(),
                        byStatus.getOrDefault(CaseStatus.OPEN, 0L),
                        byStatus.getOrDefault(CaseStatus.RESOLVED, 0L),
                        byStatus.getOrDefault(CaseStatus.CLOSED, 0L),
                        byStatus.getOrDefault(CaseStatus.WITHDRAWN, 0L),
                        count(references, this::isLate),
                        count(
                                references,
                                reference -> !escalations.of(reference).isEmpty()),
                        count(references, reference -> !recoveries.of(reference).isEmpty()),
                        count(
                                references,
                                reference -> !collaborations.of(reference).isEmpty()));
    }

    private static long count(List<CaseReference> references, Predicate<CaseReference> which) {
        return references.stream().filter(which).count();
    }

    private boolean isLate(CaseReference reference) {
        return deadlines.of(reference).stream()
                .flatMap(of -> Stream.of(of.firstResponse(), of.resolution()))
                .map(this::state)
                .anyMatch(state -> state == State.MISSED || state == State.LATE);
    }

    private State state(DeadlineClock deadline) {
        return deadline.state(clock.instant());
    }
}
