package io.careloop.collaboration;

import java.time.Duration;

/** What departments have agreed on: how long each takes for a question. */
public interface DepartmentLimits {

    /**
     * Opening hours for a question.
     *
     * @param priority of the case, null while it is not classified
     */
    Duration limitOf(String department, String priority);
}
