package io.careloop.engine;

import java.util.Optional;

/**
 * Says who may not have a task, whatever groups they are in: whoever handled a case does not review it. All beans of this
 * type are asked when somebody claims, assigns, hands on or completes a task, by whatever road and with whatever rights.
 * The diagrams' own assignments are not asked about.
 */
public interface AssignmentRule {

    /**
     * @return code of the sentence for whoever tries, {@code refusal.<code>} in the message bundle, which may name the
     *     user as {0}; empty if nothing speaks against it
     */
    Optional<String> refusalOf(Assignment assignment);

    /**
     * @param taskKey     id of the task's node in its diagram, null for a task without a diagram
     * @param businessKey of the task's process instance, null if it has none
     * @param user        id of the user who shall have the task, or completes it
     */
    record Assignment(String taskId, String taskKey, String businessKey, String user) {}
}
