package io.careloop.cases;

/** The customer takes the request back. Published in the same transaction, before the process of the case ends. */
public record CaseBeingWithdrawn(CaseReference reference) {}
