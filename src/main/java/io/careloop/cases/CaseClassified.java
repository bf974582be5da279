package io.careloop.cases;

/** It is known, or known anew, what kind of case it is. Heard within the same transaction. */
public record CaseClassified(CaseReference reference) {}
