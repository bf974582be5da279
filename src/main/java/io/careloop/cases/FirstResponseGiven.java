package io.careloop.cases;

import java.time.Instant;

/** A person answered the customer for the first time. Heard within the same transaction. */
public record FirstResponseGiven(CaseReference reference, Instant at) {}
