package io.careloop.insight;

import io.careloop.cases.CaseStatus;
import io.careloop.engine.HistoryFact.InstanceEnded;
import io.careloop.insight.CaseFact.CaseSeen;
import io.careloop.insight.CaseFact.ClockSeen;
import io.careloop.insight.CaseFact.Happened;
import io.careloop.insight.CaseFact.StageReached;
import io.careloop.insight.CaseFact.WordGiven;
import io.careloop.insight.CaseLine.ClockLine;
import io.careloop.insight.CaseLine.Counts;
import io.careloop.insight.FactStore.Recorded;
import io.careloop.insight.figures.KpiDefinitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts together what the modules said of a case, fact by fact. */
final class LineTelling {

    private static final String COMPLETED = "COMPLETED";

    private final Map<String, ClockSeen> clocks = new LinkedHashMap<>();
    private final Map<String, Long> clockRows = new HashMap<>();
    private final List<Happened> happenings = new ArrayList<>();
    private final Set<Long> unfinishedIn = new HashSet<>();
    private final KpiDefinitions definitions;
    private CaseSeen file;
    private String stage;
    private WordGiven word;

    /** @param definitions say which entries make which figure */
    LineTelling(KpiDefinitions definitions) {
        this.definitions = definitions;
    }

    /**
     * A deadline that passed.
     *
     * @param row in which that became known
     */
    record Missed(Instant due, long row) {}

    void hear(Recorded recorded) {
        Object fact = recorded.fact();
        if (fact instanceof CaseSeen seen) {
            file = seen;
            stage = stage == null ? seen.stage() : stage;
            if (seen.status().equals(CaseStatus.WITHDRAWN.name())) {
                unfinishedIn.add(recorded.row());
            }
        } else if (fact instanceof StageReached reached) {
            stage = reached.stage();
        } else if (fact instanceof ClockSeen clock) {
            clocks.put(clock.clock(), clock);
            clockRows.put(clock.clock(), recorded.row());
        } else if (fact instanceof Happened happened) {
            happenings.add(happened);
            if (is(happened, "missed")) {
                clockRows.replaceAll((clock, row) -> recorded.row());
            }
        } else if (fact instanceof WordGiven given) {
            word = given;
        } else if (fact instanceof InstanceEnded ended && !COMPLETED.equals(ended.state())) {
            unfinishedIn.add(recorded.row());
        }
    }

    List<ClockSeen> clocks() {
        return List.copyOf(clocks.values());
    }

    List<Happened> happenings() {
        return List.copyOf(happenings);
    }

    /** Rows in which the case, or one of its processes, ended without being finished. */
    Set<Long> unfinishedIn() {
        return unfinishedIn;
    }

    /** When deadlines that people follow passed without being met. */
    List<Missed> missed() {
        return followed()
                .filter(clock -> isLate(clock) || isTold(clock))
                .map(clock -> new Missed(clock.dueAt(), clockRows.get(clock.clock())))
                .toList();
    }

    /** That a clock which still runs was missed is known from when staff were told. */
    private boolean isTold(ClockSeen clock) {
        return clock.stoppedAt() == null
                && happenings.stream()
                        .anyMatch(happened ->
                                is(happened, "missed") && !happened.at().isBefore(clock.dueAt()));
    }

    Optional<CaseLine> line(String reference, List<Visit> visits, List<IncidentRun> incidents) {
        return file == null
                ? Optional.empty()
                : Optional.of(new CaseLine(
                        reference,
                        file,
                        stage,
                        isOver() ? null : standsAt(visits),
                        clock("first_response"),
                        clock("resolution"),
                        followed().anyMatch(clock -> isLate(clock) || isTold(clock)),
                        isOver() ? null : nextDue(),
                        counts(incidents.size()),
                        word == null ? null : word.word(),
                        word == null ? null : word.score(),
                        happened("acknowledged") > 0,
                        happened("answered") > 0,
                        happened("followed_up") > 0));
    }

    private boolean isOver() {
        return CaseStatus.valueOf(file.status()).isOver();
    }

    private static String standsAt(List<Visit> visits) {
        return visits.stream()
                .filter(visit -> visit.leftAt() == null && visit.isWait())
                .reduce((before, after) -> after.isTask() || !before.isTask() ? after : before)
                .map(visit -> visit.definition() + "/" + visit.node())
                .orElse(null);
    }

    private ClockLine clock(String columns) {
        ClockSeen clock = clocks.get(definitions.clock(columns));
        return clock == null ? ClockLine.NONE : new ClockLine(clock.dueAt(), clock.countedSeconds(), isLate(clock));
    }

    private Instant nextDue() {
        return followed()
                .filter(clock -> clock.stoppedAt() == null)
                .map(ClockSeen::dueAt)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private Counts counts(int incidents) {
        return new Counts(
                happened("transfers"),
                happened("escalations"),
                happened("recoveries"),
                happened("departments"),
                happened("hand_backs"),
                happened("contacts"),
                happened("messages_out"),
                happened("promises_made"),
                happened("promises_kept"),
                happened("promises_broken"),
                happened("failed_deliveries"),
                incidents);
    }

    private int happened(String column) {
        return (int)
                happenings.stream().filter(happened -> is(happened, column)).count();
    }

    private boolean is(Happened happened, String column) {
        return definitions.entries(column).contains(happened.kind());
    }

    private Stream<ClockSeen> followed() {
        return clocks.values().stream().filter(ClockSeen::followed);
    }

    private static boolean isLate(ClockSeen clock) {
        return clock.stoppedAt() != null && clock.stoppedAt().isAfter(clock.dueAt());
    }
}
