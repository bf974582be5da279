package io.careloop.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who works with us and in which groups. */
public interface Staff {

    Optional<StaffMember> find(String userId);

    List<StaffMember> membersOf(String group);

    Set<String> groupsOf(String userId);
}
