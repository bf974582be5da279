package io.careloop.engine;

import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/**
 * What a user may write into a process: the input fields of the form at hand, for a task of one's own, and nothing else.
 * The engine itself takes any variable from whoever may work on a task.
 */
class FormSubmissionGuard {

    private final EngineReads engine;
    private final StaffRights rights;
    private final AssignmentRules rules;
    private final Refusals refusals;

    FormSubmissionGuard(EngineReads engine, StaffRights rights, AssignmentRules rules, Refusals refusals) {
        this.engine = engine;
        this.rights = rights;
        this.rules = rules;
        this.refusals = refusals;
    }

    /** @return the variables without those that the form only shows; null stays null */
    <T> Map<String, T> complete(Caller caller, String taskId, Map<String, T> variables) {
        GuardedTask task = engine.task(taskId);
        rules.check(task, caller.user());
        if (rights.mayRepair(caller.groups())) {
            return variables;
        }
        if (task.isFree()) {
            throw refusals.forbidden("submission.unclaimed");
        }
        if (!task.isOf(caller)) {
            throw refusals.forbidden("assignment.of-another", task.assignee());
        }
        return isEmpty(variables) ? variables : accepted(variables, engine.fieldsOfTask(taskId));
    }

    /** @return the variables without those that the start form only shows; null stays null */
    <T> Map<String, T> start(Caller caller, String definitionId, String businessKey, Map<String, T> variables) {
        if (rights.mayStartFreely(caller.groups())) {
            return variables;
        }
        if (businessKey != null) {
            throw refusals.forbidden("submission.business-key");
        }
        return isEmpty(variables) ? variables : accepted(variables, engine.fieldsOfStart(definitionId));
    }

    /** A start that leaves out a part of the diagram, or that has no form. */
    void startFreely(Caller caller) {
        if (!rights.mayStartFreely(caller.groups())) {
            throw refusals.forbidden("submission.start");
        }
    }

    /** Variables changed, and tasks ended, past any form. */
    void repair(Caller caller) {
        if (!rights.mayRepair(caller.groups())) {
            throw refusals.forbidden("submission.past-the-form");
        }
    }

    @SuppressWarnings("unchecked")
    private <T> Map<String, T> accepted(Map<String, T> variables, FormFields fields) {
        TreeSet<String> foreign = new TreeSet<>(variables.keySet());
        foreign.removeAll(fields.inputs());
        foreign.removeAll(fields.shown());
        if (!foreign.isEmpty()) {
            throw refusals.forbidden("submission.foreign-fields", String.join(", ", foreign));
        }
        VariableMap accepted = Variables.createVariables();
        variables.forEach((name, value) -> {
            if (fields.inputs().contains(name)) {
                accepted.put(name, value);
            }
        });
        return (Map<String, T>) accepted;
    }

    private static boolean isEmpty(Map<String, ?> variables) {
        return variables == null || variables.isEmpty();
    }
}
