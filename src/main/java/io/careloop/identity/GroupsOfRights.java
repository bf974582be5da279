package io.careloop.identity;

import io.careloop.engine.StaffRights;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the engine's guards which of our groups they let pass. */
@Component
class GroupsOfRights implements StaffRights {

    private static final Set<String> ASSIGNING = Set.of(Groups.MANAGERS, Groups.COORDINATORS, Groups.ADMINISTRATORS);
    private static final Set<String> STARTING = Set.of(Groups.OWNERS, Groups.ADMINISTRATORS);
    private static final Set<String> REPAIRING = Set.of(Groups.ADMINISTRATORS);

    @Override
    public boolean mayAssign(Collection<String> groups) {
        return !Collections.disjoint(ASSIGNING, groups);
    }

    @Override
    public boolean mayStartFreely(Collection<String> groups) {
        return !Collections.disjoint(STARTING, groups);
    }

    @Override
    public boolean mayRepair(Collection<String> groups) {
        return !Collections.disjoint(REPAIRING, groups);
    }
}
