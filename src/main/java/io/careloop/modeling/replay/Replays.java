package io.careloop.modeling.replay;

import io.careloop.deadline.CalendarDraft;
import io.careloop.deadline.ClockTrials;
import io.careloop.engine.ModelFile;
import io.careloop.engine.TypedWords;
import io.careloop.insight.DeployedModels;
import io.careloop.insight.RecordedDecisions;
import io.careloop.modeling.replay.Replay.Count;
import io.careloop.modeling.replay.Replay.Kind;
import io.careloop.modeling.replay.Replay.Row;
import io.careloop.modeling.replay.ReplayJob.Period;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Service;

/** Tries changed models on what was recorded. Nothing is deployed, nobody is told, and the running engine is left alone. */
@Service
public class Replays {

    private final ReplayStore store;
    private final ReplayResults results;
    private final ReplayRunner runner;
    private final RecordedDecisions recorded;
    private final DiagramTrials diagrams;
    private final DeployedModels models;
    private final ClockTrials clocks;
    private final List<TypedWords> words;
    private final ReplayProperties properties;
    private final Clock clock;

    Replays(
            ReplayStore store,
            ReplayResults results,
            ReplayRunner runner,
            RecordedDecisions recorded,
            DiagramTrials diagrams,
            DeployedModels models,
            ClockTrials clocks,
            List<TypedWords> words,
            ReplayProperties properties,
            Clock clock) {
        this.store = store;
        this.results = results;
        this.runner = runner;
        this.recorded = recorded;
        this.diagrams = diagrams;
        this.models = models;
        this.clocks = clocks;
        this.words = words;
        this.properties = properties;
        this.clock = clock;
    }

    /** Why a file cannot be tried. */
    public enum Refusal {
        /** The file has no decision table. */
        NO_TABLE,
        /** The file has several of which any could be meant. */
        SEVERAL_TABLES,
        /** It is not the table that limits come from. */
        NOT_LIMITS,
        /** The file has no diagram that can run. */
        NO_DIAGRAM,
        /** The file has several of which any could be meant. */
        SEVERAL_DIAGRAMS
    }

    /** @param id null if it was refused */
    public record Started(Long id, Refusal refusal) {

        private static Started refused(Refusal refusal) {
            return new Started(null, refusal);
        }
    }

    /**
     * Asks a changed table what the table before was asked in a period.
     *
     * @param until not included
     * @param by    user id
     * @throws UnreadableTableException if it cannot be read
     */
    public Started tryTable(ModelFile file, Instant from, Instant until, String by) throws UnreadableTableException {
        TableEngine engine = new TableEngine();
        List<Table> tables = Table.in(file.content(), engine);
        if (tables.size() != 1) {
            return Started.refused(tables.isEmpty() ? Refusal.NO_TABLE : Refusal.SEVERAL_TABLES);
        }
        Table table = tables.get(0);
        Period period = new Period(from, until);
        DecisionJob job = new DecisionJob(
                recorded, new DecisionComparison(engine, models, table), words, runner.workers(), table, period);
        return start(Kind.TABLE, table.key(), file.name(), file.sha256(), period, by, job);
    }

    /**
     * Counts the clocks of a period by the limits of a changed table of service levels.
     *
     * @param until not included
     * @param by    user id
     * @throws UnreadableTableException if it cannot be read
     */
    public Started tryLimits(ModelFile file, Instant from, Instant until, String by) throws UnreadableTableException {
        TableEngine engine = new TableEngine();
        Optional<Table> table = Table.in(file.content(), engine).stream()
                .filter(one -> one.key().equals(LimitsOfTable.TABLE))
                .findFirst();
        if (table.isEmpty()) {
            return Started.refused(Refusal.NOT_LIMITS);
        }
        LimitsOfTable limits = new LimitsOfTable(recorded, new DecisionComparison(engine, models, table.get()));
        Period period = new Period(from, until);
        ClockJob job = new ClockJob(clocks, recorded, clocks.limits(limits), period);
        return start(Kind.LIMITS, LimitsOfTable.TABLE, file.name(), file.sha256(), period, by, job);
    }

    /**
     * Counts the clocks of a period by a changed calendar.
     *
     * @param name  of the calendar that is changed
     * @param file  with the change
     * @param until not included
     * @param by    user id
     */
    public Started tryCalendar(
            String name, CalendarDraft draft, ModelFile file, Instant from, Instant until, String by) {
        Period period = new Period(from, until);
        ClockJob job = new ClockJob(clocks, recorded, clocks.calendar(name, draft), period);
        return start(Kind.CALENDAR, name, file.name(), file.sha256(), period, by, job);
    }

    /**
     * Plays the cases of a period through a changed diagram.
     *
     * @param until not included
     * @param by    user id
     * @throws UnreadableTableException if it is no BPMN
     */
    public Started tryDiagram(ModelFile file, Instant from, Instant until, String by) throws UnreadableTableException {
        List<String> keys;
        try {
            keys = DrawnDiagram.keysIn(file.content());
        } catch (ModelException e) {
            throw new UnreadableTableException(e);
        }
        if (keys.size() != 1) {
            return Started.refused(keys.isEmpty() ? Refusal.NO_DIAGRAM : Refusal.SEVERAL_DIAGRAMS);
        }
        String key = keys.get(0);
        Period period = new Period(from, until);
        ReplayJob job = diagrams.job(key, file.content(), period);
        return start(Kind.DIAGRAM, key, file.name(), file.sha256(), period, by, job);
    }

    private Started start(
            Kind kind, String subject, String file, String sha256, Period period, String by, ReplayJob job) {
        store.keep(properties.kept() - 1);
        long id = store.add(kind, subject, file, sha256, period, by, clock.instant());
        runner.add(id, job);
        return new Started(id, null);
    }

    /** Ends it soon; one that is over stays as it is. */
    public void cancel(long id) {
        store.cancel(id);
    }

    public Optional<Replay> find(long id) {
        return store.find(id);
    }

    /** The newest first. */
    public List<Replay> all() {
        return store.all();
    }

    /** The most frequent first. */
    public List<Count> countsOf(long id) {
        return results.counts(id);
    }

    /**
     * A part of what is listed.
     *
     * @param outcome null for all
     * @param page    from 0
     * @param size    at most so many
     */
    public List<Row> rowsOf(long id, Outcome outcome, int page, int size) {
        return results.rows(id, outcome, page * size, size);
    }

    /** All that is listed, one by one, however many. */
    public void eachRow(long id, Consumer<Row> take) {
        results.eachRow(id, take);
    }
}
