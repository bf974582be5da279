package io.careloop.cases;

/**
 * The timeline of a case has grown. Published within the same transaction.
 *
 * @param entry with its words, which belong to the case and are kept nowhere else
 */
public record EntryAdded(CaseReference reference, TimelineEntry entry) {}
