package io.careloop.cases;

/** The customer does not pursue the case any more. Heard within the same transaction. */
public record CaseWithdrawn(CaseReference reference) {}
