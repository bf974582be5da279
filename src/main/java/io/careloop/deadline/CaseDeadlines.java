package io.careloop.deadline;

import java.time.Instant;

/**
 * Both clocks of a case.
 *
 * @param silenceNotice when to look whether the customer has heard nothing for too long
 */
public record CaseDeadlines(DeadlineClock firstResponse, DeadlineClock resolution, Instant silenceNotice) {}
