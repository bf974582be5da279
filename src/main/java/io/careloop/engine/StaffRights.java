package io.careloop.engine;

import java.util.Collection;

/** Which members of the staff the engine's guards let pass. */
public interface StaffRights {

    /** Whether one of the groups may hand any task to anybody. */
    boolean mayAssign(Collection<String> groups);

    /** Whether one of the groups may start any process with any variables, to try it. */
    boolean mayStartFreely(Collection<String> groups);

    /** Whether one of the groups repairs what went wrong, past all guards. */
    boolean mayRepair(Collection<String> groups);
}
