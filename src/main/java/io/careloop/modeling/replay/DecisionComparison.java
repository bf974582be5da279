package io.careloop.modeling.replay;

import io.careloop.engine.TypedWords;
import io.careloop.insight.DeployedModels;
import io.careloop.insight.RecordedDecisions.Recorded;
import io.careloop.modeling.replay.Answer.Difference;
import io.careloop.modeling.replay.Table.Column;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Asks a changed table what was asked of the table before, and compares the answers. Several threads may ask at once.
 *
 * <p>What was recorded are the columns of the table as it was, so a changed table that looks at anything else cannot be
 * answered for. The words of customers are not recorded; where they are taken from the case as it is now, they count only
 * if the table as it was gives the recorded answer to them.
 */
class DecisionComparison {

    private static final Set<String> DATES = Set.of("date", "dateTime", "time");

    private final TableEngine engine;
    private final DeployedModels models;
    private final Table changed;
    private final Map<String, Optional<Table>> versions = new ConcurrentHashMap<>();

    DecisionComparison(TableEngine engine, DeployedModels models, Table changed) {
        this.engine = engine;
        this.models = models;
        this.changed = changed;
    }

    /** @param words of the case; null if they are not known or not for this table */
    Line compare(Recorded recorded, String words) {
        Table then = versionOf(recorded).orElse(null);
        if (then == null) {
            return line(Outcome.UNKNOWN, recorded, new Answer(recorded.outputs(), List.of()), "table-gone");
        }
        Answer before = answer(then, recorded);
        Map<String, Object> known = known(then, recorded, words);
        try {
            boolean isDoubtful = words != null && !engine.ask(then, known).isAsBefore(before);
            return isDoubtful
                    ? line(Outcome.UNKNOWN, recorded, before, "words-changed")
                    : line(recorded, before, engine.ask(changed, known));
        } catch (UnknownNameException e) {
            return line(Outcome.UNKNOWN, recorded, before, "not-recorded " + e.unknownName());
        } catch (RuntimeException e) {
            return line(Outcome.FAILED, recorded, before, "no-answer");
        }
    }

    /** What the changed table says in place of what was recorded; empty if that cannot be told. */
    Optional<Answer> answerTo(Recorded recorded) {
        return versionOf(recorded).flatMap(then -> {
            try {
                return Optional.of(engine.ask(changed, known(then, recorded, null)));
            } catch (RuntimeException e) {
                return Optional.empty();
            }
        });
    }

    /** What the table was given under a name; null for nothing. */
    String knownOf(Recorded recorded, String name) {
        Map<String, Object> known =
                versionOf(recorded).map(then -> known(then, recorded, null)).orElseGet(Map::of);
        return known.get(name) instanceof String text ? text : null;
    }

    private Line line(Recorded recorded, Answer before, Answer after) {
        List<Difference> differences = before.differencesTo(after);
        return new Line(
                differences.isEmpty() ? Outcome.SAME : Outcome.CHANGED,
                recorded.restricted() ? null : recorded.reference(),
                recorded.at(),
                changed.key(),
                shown(differences, Difference::before),
                shown(differences, Difference::after),
                before.rows(),
                after.rows(),
                differences);
    }

    private Line line(Outcome outcome, Recorded recorded, Answer before, String why) {
        return new Line(
                outcome,
                recorded.restricted() ? null : recorded.reference(),
                recorded.at(),
                changed.key(),
                shown(before.differencesTo(Answer.none()), Difference::before),
                why,
                before.rows(),
                null,
                List.of());
    }

    /** The value alone where the table has no other output. */
    private static String shown(List<Difference> differences, Function<Difference, String> value) {
        return differences.size() == 1
                ? value.apply(differences.get(0))
                : differences.stream()
                        .map(difference -> difference.output() + ": " + value.apply(difference))
                        .collect(Collectors.joining("; "));
    }

    private Optional<Table> versionOf(Recorded recorded) {
        return versions.computeIfAbsent(recorded.definitionId(), this::read);
    }

    private Optional<Table> read(String definitionId) {
        return models.table(definitionId).flatMap(file -> {
            try {
                return Table.in(file, engine).stream()
                        .filter(table -> table.key().equals(changed.key()))
                        .findFirst();
            } catch (UnreadableTableException e) {
                return Optional.empty();
            }
        });
    }

    private static Answer answer(Table then, Recorded recorded) {
        return new Answer(
                recorded.outputs(), recorded.rules().stream().map(then::rowOf).toList());
    }

    private static Map<String, Object> known(Table then, Recorded recorded, String words) {
        Map<String, Object> known = new HashMap<>();
        then.columns().forEach((id, column) -> {
            Object value =
                    id.equals(TypedWords.COLUMN) ? words : recorded.inputs().get(id);
            boolean isUnknown = id.equals(TypedWords.COLUMN) ? words == null : Answer.isCut(value);
            if (!isUnknown) {
                known.put(column.expression(), typed(value, column));
            }
        });
        return known;
    }

    /** Dates are recorded as texts. */
    private static Object typed(Object value, Column column) {
        if (value instanceof String text && DATES.contains(Objects.toString(column.type(), ""))) {
            try {
                return Date.from(Instant.parse(text));
            } catch (DateTimeException e) {
                return text;
            }
        }
        return value;
    }
}
