package io.careloop.engine;

import java.lang.reflect.Method;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/**
 * Guards {@link TaskService}. Comments and attachments are refused: what they say of a customer would stay in the
 * engine's history, where nobody erases it. Reading and deleting are left to the engine's own rights.
 */
class TaskCalls implements GuardedCalls.Guard {

    private final AssignmentGuard assignment;
    private final FormSubmissionGuard submission;
    private final Refusals refusals;

    TaskCalls(AssignmentGuard assignment, FormSubmissionGuard submission, Refusals refusals) {
        this.assignment = assignment;
        this.submission = submission;
        this.refusals = refusals;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object[] check(Caller caller, Method method, Object[] arguments) {
        switch (method.getName()) {
            case "claim" -> assignment.claim(caller, (String) arguments[0], (String) arguments[1]);
            case "setAssignee", "delegateTask" ->
                assignment.assign(caller, (String) arguments[0], (String) arguments[1]);
            case "complete", "completeWithVariablesInReturn", "resolveTask" -> {
                Object[] accepted = arguments.clone();
                Map<String, Object> variables = arguments.length > 1 ? (Map<String, Object>) arguments[1] : null;
                Map<String, Object> checked = submission.complete(caller, (String) arguments[0], variables);
                if (arguments.length > 1) {
                    accepted[1] = checked;
                }
                return accepted;
            }
            case "saveTask" ->
                assignment.steer(caller, ((Task) arguments[0]).getId(), ((Task) arguments[0]).getAssignee());
            case "addUserIdentityLink" -> assignment.steer(caller, (String) arguments[0], (String) arguments[1]);
            case "setOwner",
                    "setPriority",
                    "setName",
                    "setDescription",
                    "setDueDate",
                    "setFollowUpDate",
                    "addCandidateUser",
                    "addCandidateGroup",
                    "addGroupIdentityLink",
                    "deleteCandidateUser",
                    "deleteCandidateGroup",
                    "deleteUserIdentityLink",
                    "deleteGroupIdentityLink" -> assignment.steer(caller);
            case "setVariable",
                    "setVariables",
                    "setVariableLocal",
                    "setVariablesLocal",
                    "removeVariable",
                    "removeVariables",
                    "removeVariableLocal",
                    "removeVariablesLocal",
                    "updateVariables",
                    "updateVariablesLocal",
                    "deleteTask",
                    "deleteTasks",
                    "handleBpmnError",
                    "handleEscalation" -> submission.repair(caller);
            case "addComment",
                    "createComment",
                    "updateTaskComment",
                    "updateProcessInstanceComment",
                    "createAttachment",
                    "saveAttachment" ->
                // the REST API would put a sentence of its own in place of that of an engine's exception
                throw refusals.because("task.notes");
            default -> {}
        }
        return arguments;
    }
}
