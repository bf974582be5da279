package io.careloop.engine;

import java.util.Map;
import java.util.function.Function;

/**
 * What a module knows of a case that a task's form shows. Asked whenever a form is opened, never stored: personal data
 * stays out of process variables.
 */
public interface TaskFormFacts {

    /**
     * @param businessKey of the task's process instance
     * @param formKey     id of the form, empty for a task without one
     * @return texts, whole numbers and truth values by the key that the form uses; empty if the module knows nothing
     */
    Map<String, Object> factsFor(String businessKey, String formKey);

    /**
     * The same for a form about one of several things of its case, which the task's variables name.
     *
     * @param variables gives the value of a variable that the task sees, null if there is none
     */
    default Map<String, Object> factsFor(String businessKey, String formKey, Function<String, Object> variables) {
        return factsFor(businessKey, formKey);
    }
}
