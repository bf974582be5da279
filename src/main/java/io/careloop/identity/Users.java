package io.careloop.identity;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Creates groups and users that are missing; leaves alone what is there. */
@Component
class Users {

    private final IdentityService identity;

    Users(IdentityService identity) {
        this.identity = identity;
    }

    void createMissingGroups() {
        var present = identity.createGroupQuery().list().stream()
                .map(org.camunda.bpm.engine.identity.Group::getId)
                .toList();
        Groups.ALL.stream().filter(id -> !present.contains(id)).forEach(this::createGroup);
    }

    boolean exists(String id) {
        return identity.createUserQuery().userId(id).count() > 0;
    }

    void create(StaffMember member, String lastName, String password, String group) {
        User user = identity.newUser(member.id());
        user.setFirstName(member.name());
        user.setLastName(lastName);
        user.setEmail(member.email());
        user.setPassword(password);
        identity.saveUser(user);
        identity.createMembership(member.id(), group);
    }

    private void createGroup(String id) {
        var group = identity.newGroup(id);
        group.setName(id.equals(Groups.ADMINISTRATORS) ? "Administrators" : capitalised(id));
        group.setType(Groups.WORKING.contains(id) ? "WORKFLOW" : "SYSTEM");
        identity.saveGroup(group);
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
