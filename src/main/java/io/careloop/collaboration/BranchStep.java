package io.careloop.collaboration;

import io.careloop.cases.TimelineEntry.Kind;
import java.time.Instant;

/**
 * One thing that happened to a question.
 *
 * @param actor      user id or system
 * @param department which had the question then
 */
public record BranchStep(Instant at, Kind kind, String actor, String department, String text) {}
