package io.careloop.insight;

import io.careloop.cases.CaseReference;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry;
import io.careloop.engine.HistoryFact.VariableSet;
import io.careloop.insight.CaseAccount.Decided;
import io.careloop.insight.CaseAccount.Entry;
import io.careloop.insight.CaseAccount.Letter;
import io.careloop.insight.CaseAccount.Moment;
import io.careloop.insight.CaseAccount.Run;
import io.careloop.insight.CaseAccount.RunEnded;
import io.careloop.insight.CaseAccount.RunStarted;
import io.careloop.insight.CaseAccount.Step;
import io.careloop.insight.CaseAccount.Took;
import io.careloop.insight.CaseAccount.Trouble;
import io.careloop.insight.CaseAccount.Variable;
import io.careloop.insight.CaseStory.Told;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts what the processes did, what people did, and what was sent into one order of time. */
@Component
class CaseMoments {

    /** Fields whose values say nothing of the customer. */
    private static final Set<String> IMPERSONAL = Set.of("category", "priority", "team", "owner", "cause", "policy");

    private final DeployedModels models;
    private final Timeline timeline;
    private final JdbcClient jdbc;

    CaseMoments(DeployedModels models, Timeline timeline, JdbcClient jdbc) {
        this.models = models;
        this.timeline = timeline;
        this.jdbc = jdbc;
    }

    /**
     * @param took      how long something lasted, from one instant to another or, for null, until now
     * @param withWords whether what people wrote, and what says who the customer is, is told as well
     */
    List<Moment> of(CaseStory story, List<Run> runs, BiFunction<Instant, Instant, Took> took, boolean withWords) {
        Telling telling = new Telling(story, runs, took);
        return Stream.of(
                        telling.starts(),
                        entries(story.subject(), withWords),
                        telling.decisions(),
                        telling.steps(),
                        letters(story.subject(), withWords),
                        telling.troubles(),
                        telling.ends())
                .flatMap(Function.identity())
                .sorted(Comparator.comparing(Moment::at))
                .toList();
    }

    private Stream<Moment> entries(String reference, boolean withWords) {
        return timeline.of(CaseReference.of(reference)).stream().map(entry -> entry(entry, withWords));
    }

    private static Entry entry(TimelineEntry entry, boolean withWords) {
        boolean withValues = withWords || (entry.field() != null && IMPERSONAL.contains(entry.field()));
        return new Entry(
                entry.at(),
                entry.kind().name(),
                entry.actor(),
                withWords ? entry.text() : "",
                entry.field(),
                withValues ? entry.oldValue() : null,
                withValues ? entry.newValue() : null);
    }

    private Stream<Moment> letters(String reference, boolean withWords) {
        return jdbc
                .sql("""
                        select queued_at, changed_at, recipient_kind, template, subject, state, attempts, last_error
                        from notification_outbox where reference = ? order by queued_at, id""")
                .param(reference)
                .query((row, number) -> (Moment) new Letter(
                        row.getTimestamp("queued_at").toInstant(),
                        row.getTimestamp("changed_at").toInstant(),
                        row.getString("recipient_kind"),
                        row.getString("template"),
                        withWords ? row.getString("subject") : null,
                        row.getString("state"),
                        row.getInt("attempts"),
                        withWords ? row.getString("last_error") : null))
                .list()
                .stream();
    }

    /** What the processes of one case did. */
    private final class Telling {

        private final CaseStory story;
        private final Map<String, Run> runs;
        private final Map<String, Map<String, String>> names;
        private final BiFunction<Instant, Instant, Took> took;
        private final Map<String, List<Variable>> variables;

        Telling(CaseStory story, List<Run> runs, BiFunction<Instant, Instant, Took> took) {
            this.story = story;
            this.runs = runs.stream().collect(Collectors.toMap(Run::id, Function.identity()));
            this.names = runs.stream().collect(Collectors.toMap(Run::id, run -> models.nodeNames(run.definitionId())));
            this.took = took;
            Set<String> visits = story.visits().stream().map(Visit::id).collect(Collectors.toSet());
            this.variables = story.variables().stream()
                    .map(Told::fact)
                    .filter(set -> set.value() != null)
                    .collect(Collectors.groupingBy(
                            set -> visits.contains(set.visit()) ? set.visit() : set.instance(),
                            Collectors.mapping(Telling::variable, Collectors.toList())));
        }

        private static Variable variable(VariableSet set) {
            return new Variable(set.name(), set.value());
        }

        Stream<Moment> starts() {
            return runs.values().stream().map(run -> new RunStarted(run.startedAt(), run, setBy(run.id())));
        }

        Stream<Moment> ends() {
            return runs.values().stream()
                    .filter(run -> run.endedAt() != null)
                    .map(run -> new RunEnded(run.endedAt(), run));
        }

        /** Where the case waited or something was set; the rest of the way is on the diagram. */
        Stream<Moment> steps() {
            return story.visits().stream()
                    .filter(visit -> runs.containsKey(visit.instance()))
                    .filter(visit -> visit.isWait() || visit.called() != null || variables.containsKey(visit.id()))
                    .map(this::step);
        }

        private Moment step(Visit visit) {
            return new Step(
                    visit.enteredAt(),
                    visit.leftAt(),
                    runs.get(visit.instance()),
                    visit.node(),
                    nameOf(visit.instance(), visit.node()),
                    visit.type(),
                    visit.round(),
                    visit.assignee(),
                    took.apply(visit.enteredAt(), visit.leftAt()),
                    visit.cancelled(),
                    visit.failed(),
                    visit.breached(),
                    visit.unfinished(),
                    setBy(visit.id()));
        }

        Stream<Moment> decisions() {
            return story.decisions().stream()
                    .map(Told::fact)
                    .map(made -> new Decided(
                            made.at(),
                            runs.get(made.instance()),
                            nameOf(made.instance(), made.node()),
                            models.reasons(made)));
        }

        Stream<Moment> troubles() {
            return story.incidents().stream()
                    .map(incident -> new Trouble(
                            incident.openedAt(),
                            incident.closedAt(),
                            runs.get(incident.instance()),
                            nameOf(incident.instance(), incident.node()),
                            incident.type(),
                            Objects.requireNonNullElse(incident.message(), "")));
        }

        private List<Variable> setBy(String id) {
            return variables.getOrDefault(id, List.of());
        }

        private String nameOf(String instance, String node) {
            return CaseAccounts.name(names.getOrDefault(instance, Map.of()), node);
        }
    }
}
