package io.careloop.engine;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * What somebody typed into the form of the task before. Texts are taken out of the process once read: they belong to the
 * case. Keys of texts end in {@code Text}, which also keeps them out of the engine's history.
 */
public final class FormInput {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

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

    /** A chosen code such as {@code delivery-late}, or null: other texts are no codes. It leaves the process. */
    public String code(String key) {
        String text = text(key);
        return text != null && CODE.matcher(text).matches() ? text : null;
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
