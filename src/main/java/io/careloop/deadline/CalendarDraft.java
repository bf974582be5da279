package io.careloop.deadline;

/**
 * A change of a calendar that somebody wants.
 *
 * @param version    the opening hours, and the day from which they apply
 * @param reason     why, for whoever reads the revisions later
 * @param allowLater whether running deadlines may move to later because of it
 */
public record CalendarDraft(CalendarVersion version, String reason, boolean allowLater) {}
