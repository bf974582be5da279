package io.careloop.modeling.replay;

import io.careloop.engine.sandbox.Sandbox;
import io.careloop.engine.sandbox.UnplayableDiagramException;
import io.careloop.insight.DeployedModels;
import io.careloop.insight.RecordedWays.RecordedWay;
import io.careloop.modeling.replay.Way.Parting;
import io.careloop.modeling.replay.Way.Passed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Plays a past case through a changed diagram. Before that is believed, the diagram of then must take the case the way that
 * was recorded. Several threads may compare at once.
 */
class DiagramComparison {

    private final Sandbox sandbox;
    private final DeployedModels models;
    private final DescribedCalls calls;
    private final ReplayRules rules;
    private final String key;
    private final DrawnDiagram changed;
    private final Map<String, Optional<DrawnDiagram>> versions = new ConcurrentHashMap<>();

    DiagramComparison(
            Sandbox sandbox,
            DeployedModels models,
            DescribedCalls calls,
            ReplayRules rules,
            String key,
            DrawnDiagram changed) {
        this.sandbox = sandbox;
        this.models = models;
        this.calls = calls;
        this.rules = rules;
        this.key = key;
        this.changed = changed;
    }

    Line compare(RecordedWay recorded) {
        Past past = new Past(recorded);
        DrawnDiagram then =
                versions.computeIfAbsent(recorded.definitionId(), this::read).orElse(null);
        if (then == null) {
            return unknown(recorded, "", "diagram-gone");
        }
        if (past.wasMoved()) {
            return unknown(recorded, "", "case-moved");
        }
        Played before = new CasePlayer(past, then, then, calls).play(sandbox);
        Way recordedWay = Way.of(
                past.visits().stream()
                        .map(visit -> new Passed(visit.id(), visit.node(), visit.parent()))
                        .toList(),
                then);
        Parting doubt = recordedWay.partingFrom(Way.of(before.passed(), then));
        if (doubt != null || before.stuck() != null) {
            return unknown(recorded, doubtful(doubt, before, then), "not-reproduced");
        }
        if (Arrays.equals(then.file(), changed.file())) {
            return new Verdict(recorded, then, changed, recordedWay, recordedWay).line();
        }
        Played after = new CasePlayer(past, then, changed, calls).play(sandbox);
        Verdict verdict = new Verdict(recorded, then, changed, recordedWay, Way.of(after.passed(), changed));
        if (after.stuck() == null) {
            verdict.ended();
            verdict.lost(lost(messages(past, before), messages(past, after)));
        } else {
            // who is stuck has lost more than messages
            verdict.stuck(after.stuck());
        }
        return verdict.line();
    }

    private static String doubtful(Parting doubt, Played before, DrawnDiagram then) {
        String node =
                before.stuck() != null ? before.stuck().node() : doubt.then() != null ? doubt.then() : doubt.now();
        return then.nameOf(node);
    }

    private List<String> lost(Map<String, Integer> sent, Map<String, Integer> sentNow) {
        return sent.keySet().stream()
                .filter(rules.mandatoryMessages()::contains)
                .filter(message -> sent.get(message) > sentNow.getOrDefault(message, 0))
                .sorted()
                .toList();
    }

    /** What the customer got, from the diagram and from those that it called. */
    private Map<String, Integer> messages(Past past, Played played) {
        Map<String, Integer> messages = new LinkedHashMap<>(played.messages());
        played.called()
                .forEach(called -> past.valuesIn(called, calls.templateInputs())
                        .forEach(message -> messages.merge(message, 1, Integer::sum)));
        return messages;
    }

    private Optional<DrawnDiagram> read(String definitionId) {
        return models.diagram(definitionId).flatMap(text -> {
            byte[] file = text.getBytes(StandardCharsets.UTF_8);
            try {
                return Optional.of(DrawnDiagram.of(file, sandbox.read(key, file)));
            } catch (UnplayableDiagramException e) {
                return Optional.empty();
            }
        });
    }

    private Line unknown(RecordedWay recorded, String node, String why) {
        return Verdict.line(recorded, Outcome.UNKNOWN, node, "", why, List.of());
    }
}
