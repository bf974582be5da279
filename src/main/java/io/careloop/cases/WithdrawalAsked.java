package io.careloop.cases;

/** The customer takes the request back. Heard within the same transaction. */
public record WithdrawalAsked(CaseReference reference) {}
