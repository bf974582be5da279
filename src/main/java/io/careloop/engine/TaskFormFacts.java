package io.careloop.engine;

import java.util.Map;

/**
 * What a module knows of a case that a task's form shows. Asked whenever a form is opened, never stored: personal data
 * stays out of process variables.
 */
public interface TaskFormFacts {

    /**
     * @param businessKey of the task's process instance
     * @param formKey     id of the form, empty for a task without one
     * @return texts and numbers by the key that the form uses; empty if the module knows nothing
     */
    Map<String, Object> factsFor(String businessKey, String formKey);
}
