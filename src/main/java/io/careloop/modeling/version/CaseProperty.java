package io.careloop.modeling.version;

import io.careloop.cases.CaseFile;
import java.util.function.Function;

/** What is known of a case when a diagram begins, and says nothing about a person. */
public enum CaseProperty {
    CHANNEL(file -> file.channel().name()),
    URGENCY(file -> file.urgency().name()),
    LANGUAGE(file -> file.locale().toLanguageTag()),
    /** Not known to the diagram that a case begins with, only to those that follow; so are the next two. */
    CATEGORY(CaseFile::category),
    PRIORITY(CaseFile::priority),
    TEAM(CaseFile::team);

    private final Function<CaseFile, String> value;

    CaseProperty(Function<CaseFile, String> value) {
        this.value = value;
    }

    /** Null if it is not known yet. */
    String of(CaseFile file) {
        return value.apply(file);
    }
}
