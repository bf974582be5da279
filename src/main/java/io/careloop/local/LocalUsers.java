package io.careloop.local;

import io.careloop.identity.Staff;
import java.util.List;
import org.springframework.stereotype.Component;

/** The users of the local start, whose passwords are their names: to be shown here, and never to be met in production. */
@Component("localUsersShown")
class LocalUsers {

    private static final List<String> NAMES = List.of(
            "agent",
            "expert",
            "technician",
            "logistics",
            "billing",
            "complaints",
            "recovery",
            "legal",
            "negotiator",
            "coordinator",
            "quality",
            "manager",
            "auditor",
            "owner",
            "admin");

    private final Staff staff;

    LocalUsers(Staff staff) {
        this.staff = staff;
    }

    /** Those that exist, in the order of a case's way. */
    List<LocalUser> present() {
        return NAMES.stream()
                .filter(name -> staff.find(name).isPresent())
                .map(name -> new LocalUser(
                        name, staff.groupsOf(name).stream().sorted().toList()))
                .toList();
    }

    record LocalUser(String name, List<String> groups) {}
}
