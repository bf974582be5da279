package io.careloop.engine;

import java.util.Optional;
import java.util.Set;

/** Which cases only some of the staff may work on, whomever their diagrams name. The rights on tasks follow it. */
public interface Restrictions {

    /**
     * Who may work on the tasks of the process instances with the key; empty if their diagrams alone say it.
     *
     * @param businessKey may be null
     */
    Optional<Circle> circleOf(String businessKey);

    /** Those to whom a case is left. */
    interface Circle {

        /** The group that is offered what the diagrams offer to others. */
        String group();

        /** Whether a task that is offered to the group stays so. */
        boolean admits(String group);

        boolean admitsUser(String user);

        /** The groups that see the tasks and instances of all other cases by a right on all of them. */
        Set<String> excluded();
    }
}
