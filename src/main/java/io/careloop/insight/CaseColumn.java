package io.careloop.insight;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a list of cases can show of each, beside its reference. */
public enum CaseColumn {
    CUSTOMER("customer", false),
    STATUS("status", true),
    STAGE("stage", false),
    CATEGORY("category", true),
    PRIORITY("priority", true),
    CHANNEL("channel", false),
    OWNER("owner", true),
    TEAM("team", false),
    CAUSE("cause", false),
    REGISTERED("registered_at", true),
    FIRST_RESPONSE("first_response_at", false),
    RESOLVED("resolved_at", false),
    CLOSED("closed_at", true),
    NEXT_DUE("next_due", true),
    BREACHED("breached", true),
    REOPENED("reopened", false),
    TRANSFERS("transfers", false),
    ESCALATIONS("escalations", false),
    RECOVERIES("recoveries", false),
    CONTACTS("contacts", false),
    WORD("word", false),
    SCORE("score", false);

    private final String column;
    private final boolean usual;

    CaseColumn(String column, boolean usual) {
        this.column = column;
        this.usual = usual;
    }

    /** As it stands in addresses and texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Name in the result of a query. */
    public String column() {
        return column;
    }

    /** Whether it says who the customer is. */
    public boolean isPersonal() {
        return this == CUSTOMER;
    }

    static List<CaseColumn> usual() {
        return Arrays.stream(values()).filter(column -> column.usual).toList();
    }

    public static Optional<CaseColumn> of(String key) {
        return Arrays.stream(values())
                .filter(column -> column.key().equals(key))
                .findFirst();
    }
}
