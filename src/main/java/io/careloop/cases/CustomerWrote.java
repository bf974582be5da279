package io.careloop.cases;

import java.util.UUID;

/** A message of the customer joined an open case. Heard within the transaction that recorded it. */
public record CustomerWrote(CaseReference reference, UUID messageId) {}
