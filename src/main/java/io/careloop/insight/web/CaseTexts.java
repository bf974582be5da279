package io.careloop.insight.web;

import io.careloop.insight.CaseColumn;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** What a case is, in the reader's language. */
record CaseTexts(MessageSource messages, Locale locale) {

    /** A value that has a name here, such as a status; as it is if it has none, a dash for none. */
    public String of(CaseColumn column, Object value) {
        if (value == null) {
            return "—";
        }
        return switch (column) {
            case STATUS, STAGE, CHANNEL, CATEGORY, CAUSE -> named("desk." + column.key() + "." + value, value);
            case PRIORITY, WORD -> named("portal." + column.key() + "." + value, value);
            case BREACHED -> named("insightcases.breached." + value, value);
            case TEAM -> named("desk.group." + value, value);
            default -> value.toString();
        };
    }

    /** The same by the key of the column. */
    public String of(String key, Object value) {
        return CaseColumn.of(key).map(column -> of(column, value)).orElse(value.toString());
    }

    private String named(String key, Object value) {
        return messages.getMessage(key, null, value.toString(), locale);
    }
}
