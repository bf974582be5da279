package io.careloop.cases;

/**
 * The case was passed to another team. Heard within the same transaction.
 *
 * @param former group that had it until now
 */
public record CaseMovedOn(CaseReference reference, String team, String former) {}
