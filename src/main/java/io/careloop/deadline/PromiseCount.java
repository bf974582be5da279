package io.careloop.deadline;

import io.careloop.cases.Stage;

/**
 * How the promises made in one stage were kept.
 *
 * @param broken not kept in time, whether or not later
 * @param open   neither kept nor broken yet
 */
public record PromiseCount(Stage stage, int made, int kept, int broken, int open) {}
