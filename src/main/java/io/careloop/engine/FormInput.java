package io.careloop.engine;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * What somebody typed into the form of the task before. Texts are taken out of the process once read: they belong to the
 * case. Keys of texts end in {@code Text}, which also keeps them out of the engine's history.
 */
public final class FormInput {

    private final DelegateExecution execution;

    private FormInput(DelegateExecution execution) {
        this.execution = execution;
    }

    public static FormInput of(DelegateExecution execution) {
        return new FormInput(execution);
    }

    /** The text without blanks around it, or null; it leaves the process. */
    public String text(String key) {
        Object value = take(key);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }

    /** The date, or null if there is none or it is none; it leaves the process. */
    public LocalDate date(String key) {
        String text = text(key);
        try {
            return text == null ? null : LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Whether a box is ticked, or the choice "yes" or "true" made. The variable stays, since a gateway may read it. */
    public boolean isSet(String key) {
        Object value = execution.getVariable(key);
        return value != null && ("true".equals(value.toString()) || "yes".equals(value.toString()));
    }

    private Object take(String key) {
        Object value = execution.getVariable(key);
        execution.removeVariable(key);
        return value;
    }
}
