package io.careloop.deadline;

/** A calendar has a new revision. */
public record CalendarChanged(String calendar, int revision) {}
