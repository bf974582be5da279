package io.careloop.cases;

/** A new case is on file. Heard within the transaction of the registration. */
public record CaseRegistered(CaseReference reference) {}
