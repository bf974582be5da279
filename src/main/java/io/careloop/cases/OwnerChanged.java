package io.careloop.cases;

/**
 * The case has another owner. Heard within the same transaction.
 *
 * @param owner user id
 */
public record OwnerChanged(CaseReference reference, String owner) {}
