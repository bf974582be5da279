package io.careloop.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who works with us and in which groups. */
public interface Staff {

    Optional<StaffMember> find(String userId);

    /** The group's own members, present or not. */
    List<StaffMember> membersOf(String group);

    /** The user's own groups, and those of whoever they stand in for today. */
    Set<String> groupsOf(String userId);

    /** All who are in a group, by name. */
    List<StaffMember> colleagues();
}
