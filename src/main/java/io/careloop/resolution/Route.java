package io.careloop.resolution;

import java.time.Duration;

/**
 * One way to a solution, as the owners of the process know it.
 *
 * @param leadTime opening hours until the solution is in place
 * @param usable   in words, what has to be so that it can be taken; "" if nothing
 */
public record Route(String name, Duration leadTime, String usable) {}
