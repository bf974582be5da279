package io.careloop.engine;

import java.lang.reflect.Method;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;

/** Guards {@link TaskService}. Reading, comments and attachments are left to the engine's own rights. */
class TaskCalls implements GuardedCalls.Guard {

    private final AssignmentGuard assignment;
    private final FormSubmissionGuard submission;

    TaskCalls(AssignmentGuard assignment, FormSubmissionGuard submission) {
        this.assignment = assignment;
        this.submission = submission;
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
            case "saveTask",
                    "setOwner",
                    "setPriority",
                    "setName",
                    "setDescription",
                    "setDueDate",
                    "setFollowUpDate",
                    "addCandidateUser",
                    "addCandidateGroup",
                    "addUserIdentityLink",
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
            default -> {}
        }
        return arguments;
    }
}
