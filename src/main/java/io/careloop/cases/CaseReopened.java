package io.careloop.cases;

/** A closed case came back within its window, for the reason given. Heard within the same transaction. */
public record CaseReopened(CaseReference reference, String reason) {}
