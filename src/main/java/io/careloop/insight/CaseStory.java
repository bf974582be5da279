package io.careloop.insight;

import io.careloop.engine.HistoryFact.DecisionMade;
import io.careloop.engine.HistoryFact.FlowTaken;
import io.careloop.engine.HistoryFact.VariableSet;
import io.careloop.insight.CaseFact.ClockSeen;
import io.careloop.insight.CaseFact.Happened;
import io.careloop.insight.FactStore.Recorded;
import io.careloop.insight.figures.KpiDefinitions;
import java.util.List;
import java.util.Optional;

/**
 * A case as its facts tell it, and nothing but them: the same facts always make the same story, by the same definitions.
 *
 * @param line   empty for a process that is about no case
 * @param row    of the newest fact
 */
record CaseStory(
        String subject,
        Optional<CaseLine> line,
        List<InstanceRun> instances,
        List<Visit> visits,
        List<Told<FlowTaken>> flows,
        List<Told<DecisionMade>> decisions,
        List<Told<VariableSet>> variables,
        List<IncidentRun> incidents,
        List<ClockSeen> clocks,
        List<Happened> happenings,
        long row) {

    /**
     * A fact that is shown as it is.
     *
     * @param number in the order of its kind, from 1
     */
    record Told<T>(int number, T fact, long row) {}

    static CaseStory of(String subject, List<Recorded> facts, KpiDefinitions definitions) {
        ProcessTelling processes = new ProcessTelling();
        LineTelling line = new LineTelling(definitions);
        facts.forEach(recorded -> {
            processes.hear(recorded);
            line.hear(recorded);
        });
        List<Visit> visits = processes.visits(line.missed(), line.unfinishedIn());
        return new CaseStory(
                subject,
                line.line(subject, visits, processes.incidents()),
                processes.instances(),
                visits,
                processes.flows(),
                processes.decisions(),
                processes.variables(),
                processes.incidents(),
                line.clocks(),
                line.happenings(),
                facts.isEmpty() ? 0 : facts.get(facts.size() - 1).row());
    }
}
