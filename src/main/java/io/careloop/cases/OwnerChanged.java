package io.careloop.cases;

/**
 * The case has another owner. Heard within the same transaction.
 *
 * @param owner  user id
 * @param former user id of the owner until now
 */
public record OwnerChanged(CaseReference reference, String owner, String former) {}
