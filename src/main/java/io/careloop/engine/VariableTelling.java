package io.careloop.engine;

import java.util.Date;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;

/** Values of variables as text, number or truth value. */
final class VariableTelling {

    private static final int LONGEST = 300;

    /** Null also for lists and objects: those are kept for the diagram, not for its readers. */
    static Object valueOf(HistoricVariableUpdateEventEntity event) {
        return switch (event.getSerializerName() == null ? "" : event.getSerializerName()) {
            case "string" -> plain(event.getTextValue());
            case "boolean" -> event.getLongValue() == null ? null : event.getLongValue() != 0;
            case "date" -> event.getLongValue() == null ? null : plain(new Date(event.getLongValue()));
            case "double" -> event.getDoubleValue();
            case "integer", "long", "short" -> event.getLongValue();
            default -> null;
        };
    }

    static Object plain(Object value) {
        if (value instanceof Date date) {
            return date.toInstant().toString();
        }
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        String text = value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private VariableTelling() {}
}
