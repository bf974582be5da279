package io.careloop.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Something that the engine did, told within its transaction. Times are the engine's, to the millisecond. */
public sealed interface HistoryFact {

    /** What the engine adds to the id of a step that is done for several things at once, for all of them together. */
    String ALL_TOGETHER = "#multiInstanceBody";

    /** Id of the process instance; null for a decision that no process asked for. */
    String instance();

    Instant at();

    /**
     * @param definition   key of the diagram
     * @param calledBy     id of the instance whose call activity started it; null for one that stands alone
     * @param startedBy    user id; null for the application itself
     */
    record InstanceStarted(
            String instance,
            Instant at,
            String definition,
            int version,
            String definitionId,
            String calledBy,
            String startedBy)
            implements HistoryFact {}

    /** It goes on as another version. */
    record InstanceMoved(String instance, Instant at, String definition, int version, String definitionId)
            implements HistoryFact {}

    /**
     * @param state  as the engine's history says it, such as {@code COMPLETED} or {@code EXTERNALLY_TERMINATED}
     * @param reason why it was ended from outside; null if it came to its end
     */
    record InstanceEnded(String instance, Instant at, String state, String reason) implements HistoryFact {}

    /**
     * @param id     of this visit of the node
     * @param type   such as {@code userTask}
     * @param parent id of the visit of the subprocess around it; the instance itself at the top
     */
    record NodeEntered(String instance, Instant at, String id, String node, String type, String parent)
            implements HistoryFact {}

    /** @param cancelled whether something else ended the visit, such as a boundary event or a withdrawal */
    record NodeLeft(String instance, Instant at, String id, String node, boolean cancelled) implements HistoryFact {}

    /** A visited call activity has started an instance. */
    record NodeCalled(String instance, Instant at, String id, String called) implements HistoryFact {}

    /** A visited node became one of another version. */
    record NodeMoved(String instance, Instant at, String id, String node) implements HistoryFact {}

    /** @param flow id of the sequence flow */
    record FlowTaken(String instance, Instant at, String flow) implements HistoryFact {}

    /**
     * A task as it is from now on.
     *
     * @param visit    id of the visit of its node
     * @param assignee user id; null for nobody
     * @param actor    user id of whoever did it; null for the application itself
     */
    record TaskChanged(String instance, Instant at, String task, String visit, String assignee, String actor)
            implements HistoryFact {}

    /**
     * @param table   key of the decision
     * @param visit   id of the visit of the node that asked; null if no diagram did
     * @param inputs  by the id of the column; what people typed is left out
     * @param rules   ids of the rules that fired, in their order
     * @param outputs one entry for each rule that fired, by the name of the output
     */
    record DecisionMade(
            String instance,
            Instant at,
            String table,
            String definitionId,
            String visit,
            String node,
            Map<String, Object> inputs,
            List<String> rules,
            List<Map<String, Object>> outputs)
            implements HistoryFact {}

    /** @param value text, number or truth value; null also for what is none of them */
    record VariableSet(String instance, Instant at, String name, Object value, String visit) implements HistoryFact {}

    record IncidentOpened(String instance, Instant at, String id, String type, String node, String message)
            implements HistoryFact {}

    record IncidentClosed(String instance, Instant at, String id) implements HistoryFact {}
}
