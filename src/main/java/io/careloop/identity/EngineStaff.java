package io.careloop.identity;

import io.careloop.engine.SystemCalls;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Reads the engine's identity service: colleagues know one another's names, whatever they may see there. */
@Component
class EngineStaff implements Staff {

    private final IdentityService identity;
    private final SystemCalls system;

    EngineStaff(IdentityService identity, SystemCalls system) {
        this.identity = identity;
        this.system = system;
    }

    @Override
    public Optional<StaffMember> find(String userId) {
        return Optional.ofNullable(system.ask(
                        () -> identity.createUserQuery().userId(userId).singleResult()))
                .map(EngineStaff::member);
    }

    @Override
    public List<StaffMember> membersOf(String group) {
        return system.ask(() -> identity.createUserQuery().memberOfGroup(group).list()).stream()
                .map(EngineStaff::member)
                .toList();
    }

    @Override
    public Set<String> groupsOf(String userId) {
        return system.ask(() -> identity.createGroupQuery().groupMember(userId).list()).stream()
                .map(Group::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static StaffMember member(User user) {
        String name = "%s %s".formatted(orEmpty(user.getFirstName()), orEmpty(user.getLastName()));
        return new StaffMember(user.getId(), name.isBlank() ? user.getId() : name.strip(), user.getEmail());
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
