package io.careloop.cases;

/** The follow-up is over, nothing is being done any more. Heard within the same transaction. */
public record CaseClosed(CaseReference reference) {}
