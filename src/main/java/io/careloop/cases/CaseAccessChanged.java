package io.careloop.cases;

/** The case was restricted to a group, or released. Heard within the same transaction. */
public record CaseAccessChanged(CaseReference reference) {}
