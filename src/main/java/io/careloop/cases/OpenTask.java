package io.careloop.cases;

import java.time.Instant;
import java.util.Set;

/**
 * A task of a case that somebody still has to do.
 *
 * @param assignee user id, null while nobody has claimed it
 * @param groups   whose members may claim it
 * @param due      null if it has no due date
 */
public record OpenTask(String id, String name, String assignee, Set<String> groups, Instant due) {

    /** Whether the reader finds it in their task list. */
    public boolean isFor(Reader reader) {
        return reader.id().equals(assignee) || groups.stream().anyMatch(reader.groups()::contains);
    }
}
