package io.careloop.deadline;

/** Both clocks of a case. */
public record CaseDeadlines(DeadlineClock firstResponse, DeadlineClock resolution) {}
