package io.careloop.insight;

import io.careloop.engine.HistoryFact.DecisionMade;
import io.careloop.engine.HistoryFact.FlowTaken;
import io.careloop.engine.HistoryFact.IncidentClosed;
import io.careloop.engine.HistoryFact.IncidentOpened;
import io.careloop.engine.HistoryFact.InstanceEnded;
import io.careloop.engine.HistoryFact.InstanceMoved;
import io.careloop.engine.HistoryFact.InstanceStarted;
import io.careloop.engine.HistoryFact.NodeCalled;
import io.careloop.engine.HistoryFact.NodeEntered;
import io.careloop.engine.HistoryFact.NodeLeft;
import io.careloop.engine.HistoryFact.NodeMoved;
import io.careloop.engine.HistoryFact.TaskChanged;
import io.careloop.engine.HistoryFact.VariableSet;
import io.careloop.insight.CaseFact.TaskOffered;
import io.careloop.insight.CaseStory.Told;
import io.careloop.insight.FactStore.Recorded;
import io.careloop.insight.LineTelling.Missed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Puts together what the engine said, fact by fact. */
final class ProcessTelling {

    private final Map<String, InstanceRun> instances = new LinkedHashMap<>();
    private final Map<String, OpenVisit> visits = new LinkedHashMap<>();
    private final Map<String, String> visitsByTask = new HashMap<>();
    private final List<TaskOffered> offers = new ArrayList<>();
    private final Map<String, Integer> rounds = new HashMap<>();
    private final Map<String, IncidentRun> incidents = new LinkedHashMap<>();
    private final List<Told<FlowTaken>> flows = new ArrayList<>();
    private final List<Told<DecisionMade>> decisions = new ArrayList<>();
    private final List<Told<VariableSet>> variables = new ArrayList<>();

    void hear(Recorded recorded) {
        Object fact = recorded.fact();
        long row = recorded.row();
        if (fact instanceof NodeEntered entered) {
            enter(entered, row);
        } else if (fact instanceof NodeLeft left) {
            change(left.id(), row, visit -> visit.leave(left, row));
        } else if (fact instanceof TaskChanged task) {
            // what is told of a task once it is done names the node where the process is by then
            String at = visitsByTask.computeIfAbsent(task.task(), none -> task.visit());
            change(at, row, visit -> visit.given(task));
        } else if (fact instanceof TaskOffered offered) {
            offers.add(offered);
        } else if (fact instanceof NodeCalled called) {
            change(called.id(), row, visit -> visit.calls(called.called()));
        } else if (fact instanceof NodeMoved moved) {
            change(moved.id(), row, visit -> visit.becomes(moved.node()));
        } else if (fact instanceof FlowTaken flow) {
            flows.add(new Told<>(flows.size() + 1, flow, row));
        } else if (fact instanceof DecisionMade decision) {
            decisions.add(new Told<>(decisions.size() + 1, decision, row));
        } else if (fact instanceof VariableSet variable) {
            variables.add(new Told<>(variables.size() + 1, variable, row));
        } else {
            hearOfInstance(fact, row);
        }
    }

    private void hearOfInstance(Object fact, long row) {
        if (fact instanceof InstanceStarted started) {
            instances.put(
                    started.instance(),
                    new InstanceRun(
                            started.instance(),
                            started.definition(),
                            started.version(),
                            started.definitionId(),
                            started.calledBy(),
                            started.startedBy(),
                            started.at(),
                            null,
                            null,
                            row));
        } else if (fact instanceof InstanceEnded ended) {
            replace(
                    ended.instance(),
                    run -> new InstanceRun(
                            run.id(),
                            run.definition(),
                            run.version(),
                            run.definitionId(),
                            run.calledBy(),
                            run.startedBy(),
                            run.startedAt(),
                            ended.at(),
                            ended.state(),
                            row));
        } else if (fact instanceof InstanceMoved moved) {
            replace(
                    moved.instance(),
                    run -> new InstanceRun(
                            run.id(),
                            moved.definition(),
                            moved.version(),
                            moved.definitionId(),
                            run.calledBy(),
                            run.startedBy(),
                            run.startedAt(),
                            run.endedAt(),
                            run.state(),
                            row));
        } else if (fact instanceof IncidentOpened opened) {
            open(opened, row);
        } else if (fact instanceof IncidentClosed closed) {
            incidents.computeIfPresent(
                    closed.id(),
                    (id, run) -> new IncidentRun(
                            id,
                            run.instance(),
                            run.definition(),
                            run.version(),
                            run.node(),
                            run.type(),
                            run.message(),
                            run.openedAt(),
                            closed.at(),
                            row));
        }
    }

    List<InstanceRun> instances() {
        return List.copyOf(instances.values());
    }

    List<IncidentRun> incidents() {
        return List.copyOf(incidents.values());
    }

    List<Told<FlowTaken>> flows() {
        return List.copyOf(flows);
    }

    List<Told<DecisionMade>> decisions() {
        return List.copyOf(decisions);
    }

    List<Told<VariableSet>> variables() {
        return List.copyOf(variables);
    }

    /**
     * @param missed       deadlines that people follow and that passed
     * @param unfinishedIn rows in which the case ended without being finished
     */
    List<Visit> visits(List<Missed> missed, Set<Long> unfinishedIn) {
        List<Visit> all = new ArrayList<>();
        offers.forEach(offered -> {
            OpenVisit visit = visits.get(visitsByTask.get(offered.task()));
            if (visit != null) {
                visit.offeredTo(offered.groups().get(0));
            }
        });
        visits.values().forEach(visit -> all.add(visit.toVisit(all.size() + 1, missed, unfinishedIn)));
        return List.copyOf(all);
    }

    private void enter(NodeEntered entered, long row) {
        InstanceRun run = instances.get(entered.instance());
        String definition = run == null ? "" : run.definition();
        int version = run == null ? 0 : run.version();
        visits.put(entered.id(), new OpenVisit(entered, definition, version, round(entered), row));
    }

    /** What is done for several at once is one round of them all. */
    private int round(NodeEntered entered) {
        OpenVisit around = visits.get(entered.parent());
        return around != null && around.isOfSeveral()
                ? around.round()
                : rounds.merge(entered.instance() + ' ' + entered.node(), 1, Integer::sum);
    }

    private void open(IncidentOpened opened, long row) {
        InstanceRun run = instances.get(opened.instance());
        incidents.put(
                opened.id(),
                new IncidentRun(
                        opened.id(),
                        opened.instance(),
                        run == null ? "" : run.definition(),
                        run == null ? 0 : run.version(),
                        opened.node(),
                        opened.type(),
                        opened.message(),
                        opened.at(),
                        null,
                        row));
        visits.values().stream()
                .filter(visit -> visit.isOpenAt(opened.instance(), opened.node()))
                .forEach(visit -> visit.fail(row));
    }

    private void change(String visitId, long row, Consumer<OpenVisit> change) {
        OpenVisit visit = visits.get(visitId);
        if (visit != null) {
            change.accept(visit);
            visit.toldIn(row);
        }
    }

    private void replace(String instance, UnaryOperator<InstanceRun> change) {
        instances.computeIfPresent(instance, (id, run) -> change.apply(run));
    }
}
